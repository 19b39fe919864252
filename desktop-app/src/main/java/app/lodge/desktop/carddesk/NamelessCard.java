package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/// An ID without personal data, made at the desk for the next card (ID-12).
final class NamelessCard {

    private final Session session;
    private final BooleanProperty busy;
    private final Consumer<Person> enrolled;
    private final Once once = new Once();

    /// @param enrolled gets who has no name
    NamelessCard(Session session, BooleanProperty busy, Consumer<Person> enrolled) {
        this.session = session;
        this.busy = busy;
        this.enrolled = enrolled;
    }

    boolean may() {
        return session.actor().may(Permission.ISSUE_CARDS)
                && session.actor().may(Permission.CHANGE_PEOPLE);
    }

    void enrol() {
        if (busy.get() || !may()) {
            return;
        }
        session.background()
                .run(
                        "carddesk.nameless-adding",
                        busy,
                        () ->
                                session.doors()
                                        .people()
                                        .enrolNameless(session.actor(), once.request()),
                        this::show);
    }

    private void show(EnrolOutcome outcome) {
        once.answered();
        switch (outcome) {
            case EnrolOutcome.Enrolled(var person, var _) -> {
                enrolled.accept(person);
                session.notices()
                        .done(Message.of("carddesk.nameless-done", person.details().fullName()));
            }
            case EnrolOutcome.Rejected(var problems) ->
                    session.notices().done(Message.of(problems.getFirst()));
            case EnrolOutcome.PossibleDuplicate _ -> {
                // Nobody is like somebody without a name.
            }
        }
    }
}
