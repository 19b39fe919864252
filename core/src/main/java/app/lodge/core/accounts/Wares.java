package app.lodge.core.accounts;

import app.lodge.core.books.Tx;
import java.time.Instant;

/// What the site knows of something that a payment point sold. Nothing is refused: it was sold already.
@FunctionalInterface
public interface Wares {

    /// @param at when it was sold
    Ware of(Tx tx, long device, Sold.Line line, Instant at);

    /// @param taxCode empty for the payment point's own
    record Ware(String taxCode, Remark remark) {}

    enum Remark {
        NONE,
        UNKNOWN_PRODUCT,
        /// No list has that price at that point and time, for anybody.
        OTHER_PRICE
    }

    static Wares none() {
        return (_, _, _, _) -> new Ware("", Remark.UNKNOWN_PRODUCT);
    }
}
