package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of a decision about a photograph.
public sealed interface PhotoDecision {

    record Decided(Photograph photograph) implements PhotoDecision {}

    /// It is not as it was seen any more, or cannot become that.
    record Overtaken(Photograph now) implements PhotoDecision {}

    record Rejected(List<Problem> problems) implements PhotoDecision {}
}
