package app.lodge.desktop.rollout;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.Pushes.Conflict;
import app.lodge.core.devices.Pushes.Preview;
import app.lodge.core.devices.Pushes.PreviewOutcome;
import app.lodge.core.devices.Pushes.Push;
import app.lodge.core.devices.Pushes.PushOutcome;
import app.lodge.core.devices.Pushes.Sent;
import app.lodge.desktop.shell.Background;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Settings on their way: chosen, shown device by device, sent as shown, undone; and where panels said
/// otherwise.
public final class PushesViewModel {

    private static final int SHOWN = 200;

    private final Session session;
    private final ObservableList<Push> pushes = FXCollections.observableArrayList();
    private final ObservableList<Sent> sent = FXCollections.observableArrayList();
    private final ObservableList<Conflict> conflicts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Push> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>();
    private final ObservableList<ConfigField> fields = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ConfigField> field = new SimpleObjectProperty<>();
    private final StringProperty value = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Preview> preview = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable Push undoing;

    public PushesViewModel(Session session) {
        this.session = session;
        chosen.subscribe(this::readSent);
        target.subscribe(this::readFields);
        field.subscribe(one -> {
            value.set(one == null ? "" : one.defaultValue());
            preview.set(null);
        });
        value.subscribe(_ -> preview.set(null));
    }

    ObservableList<Push> pushes() {
        return pushes;
    }

    ObservableList<Sent> sent() {
        return sent;
    }

    ObservableList<Conflict> conflicts() {
        return conflicts;
    }

    ObjectProperty<@Nullable Push> chosen() {
        return chosen;
    }

    BooleanProperty busy() {
        return busy;
    }

    BooleanProperty open() {
        return open;
    }

    ObservableList<Target> targets() {
        return targets;
    }

    ObjectProperty<@Nullable Target> target() {
        return target;
    }

    ObservableList<ConfigField> fields() {
        return fields;
    }

    ObjectProperty<@Nullable ConfigField> field() {
        return field;
    }

    StringProperty value() {
        return value;
    }

    ObjectProperty<@Nullable Preview> preview() {
        return preview;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    boolean undoes() {
        return undoing != null;
    }

    boolean mayPush() {
        return session.actor().may(Permission.CONFIGURE_DEVICES);
    }

    public void refresh() {
        read(() -> session.doors().pushes().list(session.actor(), SHOWN), this::show);
        read(() -> session.doors().pushes().conflicts(session.actor()), conflicts::setAll);
    }

    private void show(List<Push> found) {
        var before = chosen.get();
        if (!pushes.equals(found)) {
            pushes.setAll(found);
        }
        chosen.set(
                found.stream()
                        .filter(one -> before != null && one.number() == before.number())
                        .findFirst()
                        .orElse(null));
    }

    private void readSent(@Nullable Push push) {
        sent.clear();
        if (push != null) {
            read(() -> session.doors().pushes().sent(session.actor(), push.number()), sent::setAll);
        }
    }

    /// Another value for a setting of some devices.
    void begin() {
        undoing = null;
        problems.clear();
        preview.set(null);
        once.answered();
        read(
                () -> Target.all(session),
                found -> {
                    targets.setAll(found);
                    target.set(found.isEmpty() ? null : found.getFirst());
                    open.set(true);
                });
    }

    private void readFields(@Nullable Target chosenTarget) {
        preview.set(null);
        if (chosenTarget == null) {
            fields.clear();
            return;
        }
        read(
                () -> session.doors().devices().fields(session.actor(), chosenTarget.kind()),
                found -> {
                    fields.setAll(found);
                    field.set(found.isEmpty() ? null : found.getFirst());
                });
    }

    /// What the chosen push's undoing would send.
    void beginUndo() {
        var push = chosen.get();
        if (push == null) {
            return;
        }
        undoing = push;
        problems.clear();
        preview.set(null);
        once.answered();
        read(
                () -> session.doors().pushes().previewUndo(session.actor(), push.number()),
                outcome -> {
                    open.set(true);
                    shown(outcome);
                });
    }

    void look() {
        var to = target.get();
        var setting = field.get();
        if (to == null || setting == null) {
            return;
        }
        var changes = Map.of(setting.key(), value.get().strip());
        read(
                () -> session.doors().pushes().preview(session.actor(), to.aim(), changes),
                this::shown);
    }

    private void shown(PreviewOutcome outcome) {
        switch (outcome) {
            case PreviewOutcome.Shown(var found) -> {
                problems.clear();
                preview.set(found);
            }
            case PreviewOutcome.Rejected(var found) -> {
                preview.set(null);
                problems.setAll(found);
            }
        }
    }

    /// Sends exactly what is shown.
    void send() {
        var seen = preview.get();
        if (seen == null) {
            return;
        }
        var request = once.request();
        var push = undoing;
        var to = target.get();
        var setting = field.get();
        var pushing = session.doors().pushes();
        if (push != null) {
            run(() -> pushing.undo(session.actor(), request, push.number(), seen.seen()));
        } else if (to != null && setting != null) {
            var changes = Map.of(setting.key(), value.get().strip());
            run(() -> pushing.push(session.actor(), request, to.aim(), changes, seen.seen()));
        }
    }

    private void run(Background.Call<PushOutcome> call) {
        session.background().run("pushes.sending", busy, call, this::answered);
    }

    private void answered(PushOutcome outcome) {
        once.answered();
        switch (outcome) {
            case PushOutcome.Pushed(var push) -> {
                open.set(false);
                session.notices().done(Message.of("pushes.sent", push.devices()));
                refresh();
            }
            case PushOutcome.Overtaken(var now) -> {
                preview.set(now);
                session.notices().warn(Message.of("pushes.overtaken"));
            }
            case PushOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    void seen(Conflict conflict) {
        var request = once.request();
        session.background()
                .run(
                        "pushes.reading",
                        busy,
                        () ->
                                session.doors()
                                        .pushes()
                                        .seen(session.actor(), request, conflict.number()),
                        _ -> {
                            once.answered();
                            refresh();
                        });
    }

    private <R> void read(Background.Call<R> call, java.util.function.Consumer<R> done) {
        session.background().run("pushes.reading", new SimpleBooleanProperty(), call, done);
    }
}
