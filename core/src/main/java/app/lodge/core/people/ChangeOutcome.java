package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of a change to a person's details.
public sealed interface ChangeOutcome {

    record Changed(Person person) implements ChangeOutcome {}

    /// Somebody else changed the person since the revision that the caller saw.
    record Overtaken(Person now) implements ChangeOutcome {}

    record Rejected(List<Problem> problems) implements ChangeOutcome {}
}
