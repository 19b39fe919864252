package app.lodge.desktop.carddesk;

import app.lodge.core.media.Medium;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Message;
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
    private final Consumer<PersonId> chosen;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable NumberSeen> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> refusal = new SimpleObjectProperty<>();
    private final GiveNumberViewModel give;

    /// @param person who stands at the desk
    /// @param chosen hears whose card was found or given
    NumberViewModel(
            Session session, ObjectProperty<@Nullable Person> person, Consumer<PersonId> chosen) {
        this.session = session;
        this.chosen = chosen;
        give = new GiveNumberViewModel(session, person, busy, refusal, this::given);
        text.subscribe(_ -> forget());
    }

    private void forget() {
        seen.set(null);
        refusal.set(null);
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

    public void begin() {
        text.set("");
        forget();
        give.begin();
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
        give.begin();
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

    /// Whether the number can be given to somebody.
    public boolean mayGive(NumberSeen found) {
        return found.found().isEmpty() && found.read().isPresent() && give.may();
    }

    /// Whom it is given to.
    public GiveNumberViewModel giving() {
        return give;
    }

    /// Gives a fob with this number to whom was chosen.
    public void give() {
        var shown = seen.get();
        if (shown != null && mayGive(shown)) {
            give.give(shown.read().orElseThrow());
        }
    }

    private void given(Medium medium) {
        open.set(false);
        chosen.accept(medium.holder());
    }
}
