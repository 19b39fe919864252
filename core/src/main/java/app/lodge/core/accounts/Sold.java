package app.lodge.core.accounts;

import java.util.List;

/// What was sold with a payment, as the payment point says it (ID-52).
///
/// @param priceList version of the list of prices that the point went by; 0 for none
/// @param lines at most 50; empty where a point reports amounts only
public record Sold(long priceList, List<Line> lines) {

    public static final Sold NOTHING_SAID = new Sold(0, List.of());
    public static final int MOST_LINES = 50;

    /// @param product its number
    /// @param quantity 1 to 10,000
    /// @param price of one, in minor units of the payment's currency
    public record Line(int product, int quantity, long price) {

        public static final int MOST = 10_000;
        public static final long HIGHEST_PRICE = 100_000_000;

        public Line {
            if (quantity < 1 || quantity > MOST || price < 0 || price > HIGHEST_PRICE) {
                throw new IllegalArgumentException(
                        "%d of product %d at %d cannot be: 1 to %d, at 0 to %d"
                                .formatted(quantity, product, price, MOST, HIGHEST_PRICE));
            }
        }

        long amount() {
            return price * quantity;
        }
    }

    public Sold {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES || priceList < 0) {
            throw new IllegalArgumentException(
                    "%d lines by price list %d: at most %d, and no list below 0"
                            .formatted(lines.size(), priceList, MOST_LINES));
        }
    }
}
