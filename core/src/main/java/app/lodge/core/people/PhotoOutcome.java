package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of a photograph.
public sealed interface PhotoOutcome {

    /// @param state PROPOSED or APPROVED
    record Kept(long photo, PhotoState state) implements PhotoOutcome {}

    record Rejected(List<Problem> problems) implements PhotoOutcome {}
}
