package app.lodge.core.products;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a product costs somewhere, for somebody, at a moment, and why (ID-62).
///
/// @param holds null if it is not sold there then
/// @param lines what each list says, the one that holds first
public record Explained(Instant at, @Nullable Offer holds, List<Line> lines) {

    public Explained {
        lines = List.copyOf(lines);
    }

    public record Line(PriceList list, Offer offer, Verdict verdict) {}

    public enum Verdict {
        HOLDS,
        /// Another list names point, group or hours more closely.
        LESS_PARTICULAR,
        /// Just as particular as the one that holds, and not lower.
        DEARER,
        OTHER_HOURS,
        OTHER_GROUP,
        OTHER_POINT,
        NOT_YET,
        OVER
    }
}
