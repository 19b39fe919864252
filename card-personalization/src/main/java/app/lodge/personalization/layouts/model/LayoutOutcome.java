package app.lodge.personalization.layouts.model;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of a layout that was handed in.
public sealed interface LayoutOutcome {

    record Accepted(Layout layout) implements LayoutOutcome {}

    /// Somebody else has published meanwhile.
    ///
    /// @param newest its reference
    record Overtaken(String newest) implements LayoutOutcome {}

    /// The field names are paths in the JSON, such as `front.elements[2].size`.
    record Rejected(List<Problem> problems) implements LayoutOutcome {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
