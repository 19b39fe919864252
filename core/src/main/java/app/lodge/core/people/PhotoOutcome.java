package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of a photograph.
public sealed interface PhotoOutcome {

    record Kept(long photo) implements PhotoOutcome {}

    record Rejected(List<Problem> problems) implements PhotoOutcome {}
}
