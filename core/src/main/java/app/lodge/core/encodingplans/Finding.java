package app.lodge.core.encodingplans;

import app.lodge.core.books.Problem;

/// What a check of a plan found: the field, its value, and what would be right.
///
/// @param problem `field` is the path in the document, `4C4447/identity/rights.read`
public record Finding(Weight weight, Problem problem) {

    public enum Weight {
        /// The plan cannot be published.
        BLOCKS,
        /// It works, and is weaker than it should be.
        CAUTION
    }

    public boolean blocks() {
        return weight == Weight.BLOCKS;
    }
}
