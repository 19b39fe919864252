package app.lodge.desktop.watch;

import app.lodge.core.devices.DeviceBoard.Presence;
import app.lodge.core.devices.DeviceBoard.Row;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.SyncState;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every device of the site, filtered; it follows what is committed.
public final class BoardViewModel {

    private final Session session;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Row> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Count> count =
            new SimpleObjectProperty<>(new Count(0, 0, 0, 0, 0));
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private List<Row> all = List.of();
    private boolean stale;

    /// Which devices are shown.
    public enum Show {
        ALL,
        TROUBLED,
        OFFLINE,
        FAULTY,
        OUT_OF_STEP,
        LISTS_BEHIND
    }

    /// @param troubled somebody should look
    /// @param behind it has not confirmed its newest lists
    public record Count(int all, int online, int troubled, int faults, int behind) {}

    public BoardViewModel(Session session) {
        this.session = session;
        show.subscribe(_ -> filter());
        words.subscribe(_ -> filter());
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ObjectProperty<Show> show() {
        return show;
    }

    public StringProperty words() {
        return words;
    }

    public ObjectProperty<@Nullable Row> chosen() {
        return chosen;
    }

    public ReadOnlyObjectProperty<Count> count() {
        return count;
    }

    /// Devices tell often: asked while reading, it reads once more afterwards.
    public void refresh() {
        if (busy.get()) {
            stale = true;
            return;
        }
        session.background()
                .run(
                        "devices.reading",
                        busy,
                        () -> session.doors().board().rows(session.actor()),
                        this::take);
    }

    public void openChosen() {
        var row = chosen.get();
        if (row != null) {
            open(row.device().id());
        }
    }

    private void open(DeviceId id) {
        session.navigator().open(Destination.DEVICES, "device:" + id.number());
    }

    private void take(List<Row> read) {
        all = read;
        count.set(
                new Count(
                        read.size(),
                        count(read, row -> row.presence() == Presence.ONLINE),
                        count(read, Row::troubled),
                        count(read, row -> !row.faults().isEmpty()),
                        count(read, row -> row.listsBehind() > 0)));
        filter();
        if (stale) {
            stale = false;
            refresh();
        }
    }

    private static int count(List<Row> rows, java.util.function.Predicate<Row> which) {
        return Math.toIntExact(rows.stream().filter(which).count());
    }

    private void filter() {
        var before = chosen.get();
        var text = words.get().strip().toLowerCase(Locale.ROOT);
        var shown = all.stream().filter(this::shown).filter(row -> matches(row, text)).toList();
        if (!rows.equals(shown)) {
            rows.setAll(shown);
        }
        chosen.set(
                before == null
                        ? null
                        : shown.stream()
                                .filter(row -> row.device().id().equals(before.device().id()))
                                .findFirst()
                                .orElse(null));
    }

    private boolean shown(Row row) {
        return switch (show.get()) {
            case ALL -> true;
            case TROUBLED -> row.troubled();
            case OFFLINE -> row.presence() != Presence.ONLINE;
            case FAULTY -> !row.faults().isEmpty();
            case OUT_OF_STEP -> row.sync() != SyncState.IN_SYNC;
            case LISTS_BEHIND -> row.listsBehind() > 0;
        };
    }

    private static boolean matches(Row row, String text) {
        var device = row.device();
        return text.isEmpty()
                || (device.label() + ' ' + device.name() + ' ' + device.place())
                        .toLowerCase(Locale.ROOT)
                        .contains(text);
    }
}
