package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.media.Medium;
import app.lodge.core.media.NumberedMedia.GiveOutcome;
import app.lodge.core.media.Uid;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.search.Search.Hit;
import app.lodge.core.search.Search.Kind;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A medium that nobody has, by its number alone, to whom is chosen on the spot: who stands at the desk,
/// if nobody else is named (ID-47).
public final class GiveNumberViewModel {

    private final Session session;
    private final ReadOnlyObjectProperty<@Nullable Person> atDesk;
    private final BooleanProperty busy;
    private final ObjectProperty<@Nullable Message> refusal;
    private final Consumer<Medium> given;
    private final PersonChoice whom;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();

    /// @param busy true while it is given
    /// @param refusal says why it was not given
    /// @param given hears what was
    GiveNumberViewModel(
            Session session,
            ReadOnlyObjectProperty<@Nullable Person> atDesk,
            BooleanProperty busy,
            ObjectProperty<@Nullable Message> refusal,
            Consumer<Medium> given) {
        this.session = session;
        this.atDesk = atDesk;
        this.busy = busy;
        this.refusal = refusal;
        this.given = given;
        whom = new PersonChoice(session);
        whom.chosen().subscribe(_ -> changed());
        atDesk.subscribe(_ -> begin());
    }

    private void changed() {
        problems.clear();
        once.answered();
    }

    public PersonChoice whom() {
        return whom;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    boolean may() {
        return session.actor().may(Permission.ISSUE_CARDS);
    }

    void begin() {
        whom.clear();
        changed();
        var there = atDesk.get();
        if (there != null) {
            var number = "%07d".formatted(there.id().number());
            whom.choose(
                    new Hit(Kind.PERSON, there.id().number(), there.details().fullName(), number));
        }
    }

    void give(Uid number) {
        var chosen = whom.chosen().get();
        if (busy.get()) {
            return;
        }
        refusal.set(null);
        if (chosen == null) {
            problems.setAll(List.of(Problem.of("person", whom.query().get(), "give.nobody")));
            return;
        }
        var person = new PersonId(chosen.number());
        var request = once.request();
        session.background()
                .run(
                        "number.giving",
                        busy,
                        () ->
                                session.doors()
                                        .numberedMedia()
                                        .give(session.actor(), request, person, number),
                        this::show);
    }

    private void show(GiveOutcome outcome) {
        once.answered();
        switch (outcome) {
            case GiveOutcome.Given(var medium) -> {
                session.notices().done(Message.of("cli.card.given", medium.number()));
                given.accept(medium);
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
