package app.lodge.core.products;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// Which of several prices holds: the most particular one. A list that names the payment point wins over
/// one that does not; then one that names a group of the payer; then one that names hours. Between two
/// that are equally particular the lower price holds, and of equal prices the older (ID-62).
///
/// Hours are those that the clocks at the site show: an hour that is skipped in spring has no prices, one
/// that comes twice in autumn has the same prices twice.
public final class PriceRule {

    static final Comparator<Offer> FIRST_WINS =
            Comparator.comparingInt(Offer::rank)
                    .reversed()
                    .thenComparingLong(Offer::minor)
                    .thenComparingLong(Offer::id);

    private PriceRule() {}

    /// @param offers of one payment point
    /// @param groups that the payer is in
    public static Optional<Offer> pick(
            Collection<Offer> offers, int product, Set<Long> groups, Instant at, ZoneId zone) {
        return offers.stream()
                .filter(offer -> offer.product() == product)
                .filter(offer -> offer.speaks(groups, at, zone))
                .min(FIRST_WINS);
    }
}
