package app.lodge.core.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Blanks that came in one box, under one batch number (CHAIN-51).
///
/// @param order what it was ordered with; null for a delivery without an order
/// @param pieces how many came
public record Delivery(
        long id,
        Blank blank,
        @Nullable Long order,
        String supplier,
        String batch,
        int pieces,
        Numbering numbering,
        Instant receivedAt) {

    /// What its serial list names.
    public enum Numbering {
        /// A count only.
        NONE,
        /// The chips' own numbers, in hex.
        UID,
        /// What is printed on the blanks.
        PRINTED
    }
}
