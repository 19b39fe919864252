package app.lodge.desktop.carddesk;

import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.desktop.carddesk.CardStation.Faces;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What whoever stands at the desk holds: cards, the purses on them, and how the next card would look.
final class HeldCards {

    private final Session session;
    private final CardStation station;
    private final ReadOnlyObjectProperty<@Nullable Person> person;
    private final BooleanProperty busy;
    private final BooleanProperty drawing = new SimpleBooleanProperty();
    private final ObjectProperty<List<Medium>> media = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Map<MediumId, Purse>> purses =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<Faces>> faces =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param person who stands there
    /// @param busy true while their cards are read
    HeldCards(
            Session session,
            CardStation station,
            ReadOnlyObjectProperty<@Nullable Person> person,
            BooleanProperty busy) {
        this.session = session;
        this.station = station;
        this.person = person;
        this.busy = busy;
    }

    /// Newest first.
    ReadOnlyObjectProperty<List<Medium>> media() {
        return media;
    }

    /// By the books.
    ReadOnlyObjectProperty<Map<MediumId, Purse>> purses() {
        return purses;
    }

    /// Empty while they are drawn.
    ReadOnlyObjectProperty<Optional<Faces>> faces() {
        return faces;
    }

    /// Somebody else stands there.
    void begin() {
        media.set(List.of());
        purses.set(Map.of());
        faces.set(Optional.empty());
        read();
        forPerson(
                "carddesk.drawing",
                drawing,
                station::preview,
                drawn -> faces.set(Optional.of(drawn)));
    }

    void read() {
        forPerson(
                "carddesk.reading",
                busy,
                this::held,
                found -> {
                    purses.set(found.purses());
                    media.set(found.media());
                });
    }

    /// An answer that arrives when somebody else stands there is dropped.
    private <R> void forPerson(
            String titleKey, BooleanProperty running, Asking<R> asking, Consumer<R> shown) {
        var asked = person.get();
        if (asked == null) {
            return;
        }
        session.background()
                .run(
                        titleKey,
                        running,
                        () -> asking.about(asked.id()),
                        answer -> {
                            if (asked.equals(person.get())) {
                                shown.accept(answer);
                            }
                        });
    }

    private interface Asking<R> {
        R about(PersonId who) throws Exception;
    }

    private record Held(List<Medium> media, Map<MediumId, Purse> purses) {}

    private Held held(PersonId who) {
        var found = session.doors().media().ofPerson(session.actor(), who);
        return new Held(found, Purses.on(session.doors().purses(), session.actor(), found));
    }
}
