package app.lodge.desktop.contactkeys;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.media.ContactKeys.StationsOutcome;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.MediumId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/// The stations that a contact key belongs to, ticked; and who had it before, where (KEY-05).
public final class KeyFileViewModel {

    private final Session session;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable KeyFile> file = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>();
    private final ObservableList<Station> stations = FXCollections.observableArrayList();
    private final StringProperty another = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// A station that the key may belong to.
    public record Station(String name, BooleanProperty ticked) {}

    public KeyFileViewModel(Session session) {
        this.session = session;
        another.subscribe(_ -> problems.clear());
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// Null until the books answered.
    public ReadOnlyObjectProperty<@Nullable KeyFile> file() {
        return file;
    }

    /// What came of it.
    public ReadOnlyObjectProperty<@Nullable Message> said() {
        return said;
    }

    public ObservableList<Station> stations() {
        return stations;
    }

    /// The name of one that no key belongs to yet.
    public StringProperty another() {
        return another;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean mayChange(KeyFile shown) {
        return shown.held() && session.actor().may(Permission.ISSUE_CARDS);
    }

    /// Opens once the books have answered.
    public void begin(MediumId medium) {
        said.set(null);
        another.set("");
        once.answered();
        read(medium);
    }

    private void read(MediumId medium) {
        session.background()
                .run(
                        "key-file.reading",
                        busy,
                        () -> KeyFile.of(medium, session.doors(), session.actor()),
                        this::show);
    }

    private void show(Optional<KeyFile> found) {
        if (found.isEmpty()) {
            open.set(false);
            session.notices().done(Message.of("key-file.none"));
            return;
        }
        var now = found.get();
        var present = now.present();
        file.set(now);
        stations.setAll(
                now.choices().stream()
                        .map(name ->
                                new Station(
                                        name, new SimpleBooleanProperty(present.contains(name))))
                        .toList());
        open.set(true);
    }

    /// Ticks the station that was typed.
    public void add() {
        var name = another.get().strip();
        if (name.isEmpty()) {
            return;
        }
        stations.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        one -> one.ticked().set(true),
                        () -> stations.add(new Station(name, new SimpleBooleanProperty(true))));
        another.set("");
    }

    /// Also what was typed and not added yet.
    public void save() {
        var shown = file.get();
        if (busy.get() || shown == null || !mayChange(shown)) {
            return;
        }
        said.set(null);
        var names =
                stations.stream()
                        .filter(one -> one.ticked().get())
                        .map(Station::name)
                        .collect(Collectors.toSet());
        if (!another.get().isBlank()) {
            names.add(another.get().strip());
        }
        save(shown, names);
    }

    private void save(KeyFile shown, Set<String> names) {
        var number = shown.key().number();
        var seen = Set.copyOf(shown.present());
        session.background()
                .run(
                        "key-file.saving",
                        busy,
                        () ->
                                session.doors()
                                        .contactKeys()
                                        .serve(
                                                session.actor(),
                                                once.request(),
                                                number,
                                                names,
                                                seen),
                        outcome -> answered(shown, number, outcome));
    }

    private void answered(KeyFile shown, KeyNumber number, StationsOutcome outcome) {
        once.answered();
        switch (outcome) {
            case StationsOutcome.Serving _ -> {
                another.set("");
                said.set(Message.of("key-file.saved", number.shown()));
                read(shown.key().medium().id());
            }
            case StationsOutcome.Overtaken _ -> {
                said.set(Message.of("key-file.overtaken", number.shown()));
                read(shown.key().medium().id());
            }
            case StationsOutcome.NoSuchKey(var gone) ->
                    said.set(Message.of("key-file.gone", gone.shown()));
            case StationsOutcome.Rejected(var wrong) ->
                    problems.setAll(
                            wrong.stream()
                                    .map(one ->
                                            Problem.of(
                                                    "another",
                                                    one.value(),
                                                    one.key(),
                                                    one.arguments().toArray()))
                                    .toList());
        }
    }
}
