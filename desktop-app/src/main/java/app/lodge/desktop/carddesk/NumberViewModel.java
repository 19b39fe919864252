package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.NumberedMedia.GiveOutcome;
import app.lodge.core.media.Uid;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Any number that any reader prints: which card it is, in how many ways it is written, and whom a fob
/// with it is given to (ID-47).
public final class NumberViewModel {

    private final Session session;
    private final ObjectProperty<@Nullable Person> person;
    private final Consumer<PersonId> chosen;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable NumberSeen> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final Once once = new Once();

    /// @param person who stands at the desk
    /// @param chosen hears whose card was found or given
    NumberViewModel(
            Session session, ObjectProperty<@Nullable Person> person, Consumer<PersonId> chosen) {
        this.session = session;
        this.person = person;
        this.chosen = chosen;
        text.subscribe(_ -> forget());
    }

    private void forget() {
        seen.set(null);
        refusal.set(null);
        once.answered();
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public StringProperty text() {
        return text;
    }

    /// Null until a number was looked for.
    public ReadOnlyObjectProperty<@Nullable NumberSeen> seen() {
        return seen;
    }

    /// Why there is nothing to see, or nothing was given.
    public ReadOnlyObjectProperty<@Nullable Message> refusal() {
        return refusal;
    }

    public ReadOnlyObjectProperty<@Nullable Person> person() {
        return person;
    }

    public void begin() {
        text.set("");
        forget();
        open.set(true);
    }

    /// A reader gave a number: a card that it finds is shown with its holder at once.
    public void scanned(String number) {
        look(number, this::showScanned);
    }

    public void look() {
        look(text.get().strip(), seen::set);
    }

    private void look(String number, Consumer<NumberSeen> show) {
        if (busy.get()) {
            return;
        }
        if (number.isEmpty()) {
            refusal.set(Message.of("number.nothing-typed"));
            return;
        }
        session.background()
                .run(
                        "number.looking",
                        busy,
                        () -> NumberSeen.of(number, session.doors(), session.actor()),
                        show);
    }

    private void showScanned(NumberSeen found) {
        if (found.found().size() == 1) {
            choose(found.found().getFirst());
            return;
        }
        text.set(found.typed());
        seen.set(found);
        open.set(true);
    }

    /// Shows the holder at the desk.
    public void choose(NumberSeen.Found found) {
        open.set(false);
        var medium = found.medium();
        session.notices()
                .done(Message.of(Wording.key("look.state", medium.state()), medium.number()));
        chosen.accept(medium.holder());
    }

    /// Whether the number can be given to whom stands at the desk.
    public boolean mayGive(NumberSeen found) {
        return found.found().isEmpty()
                && found.read().isPresent()
                && person.get() != null
                && session.actor().may(Permission.ISSUE_CARDS);
    }

    /// Gives a fob with this number to whom stands at the desk.
    public void give() {
        var shown = seen.get();
        var whom = person.get();
        if (busy.get() || shown == null || whom == null || !mayGive(shown)) {
            return;
        }
        give(whom.id(), shown.read().orElseThrow(), once.request());
    }

    private void give(PersonId whom, Uid number, RequestId request) {
        refusal.set(null);
        session.background()
                .run(
                        "number.giving",
                        busy,
                        () ->
                                session.doors()
                                        .numberedMedia()
                                        .give(session.actor(), request, whom, number),
                        this::show);
    }

    private void show(GiveOutcome outcome) {
        once.answered();
        switch (outcome) {
            case GiveOutcome.Given(var medium) -> {
                session.notices().done(Message.of("cli.card.given", medium.number()));
                open.set(false);
                chosen.accept(medium.holder());
            }
            case GiveOutcome.NumberTaken(var other) ->
                    refusal.set(Message.of("number.taken", other));
            case GiveOutcome.TooMany(var kind, int most) ->
                    refusal.set(Message.of(Wording.key("issue.too-many", kind), most));
            case GiveOutcome.NotCovered(var lack) ->
                    refusal.set(Message.of("issue.key-not-covered", lack.owed(), lack.missing()));
            case GiveOutcome.PersonUnknown _ -> refusal.set(Message.of("number.nobody"));
            case GiveOutcome.PersonBlocked _ -> refusal.set(Message.of("number.person-blocked"));
        }
    }
}
