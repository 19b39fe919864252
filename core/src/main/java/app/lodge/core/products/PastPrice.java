package app.lodge.core.products;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A price with its end and whoever put it (ID-62).
///
/// @param until exclusive, never before it begins; null for no end in sight
/// @param by name of whoever put it, as the journal has it; empty if it does not know
public record PastPrice(PriceBook.Price price, @Nullable Instant until, String by) {

    /// Whether another one, or the end of its list, came before it ever counted.
    public boolean neverHeld() {
        return price.from().equals(until);
    }
}
