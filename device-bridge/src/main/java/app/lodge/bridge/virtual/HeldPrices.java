package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.products.Offer;
import app.lodge.core.products.PriceRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The prices that a payment point holds; which one counts it decides by itself, at any moment (ID-62).
///
/// @param zone whose clocks count for hours
/// @param offers by number of the price
record HeldPrices(long version, String zone, Map<Long, Offer> offers) {

    static final HeldPrices NONE = new HeldPrices(0, "UTC", Map.of());

    HeldPrices {
        offers = Map.copyOf(offers);
    }

    /// Whether the delta leads from what is held here.
    boolean fits(Down.PriceDelta delta) {
        return delta.base() <= version;
    }

    HeldPrices with(Down.PriceDelta delta) {
        if (delta.version() <= version && delta.base() != 0) {
            return this;
        }
        var next = new HashMap<Long, Offer>(delta.base() == 0 ? Map.of() : offers);
        delta.withdrawn().forEach(next::remove);
        delta.prices().forEach(offer -> next.put(offer.id(), offer));
        return new HeldPrices(delta.version(), delta.zone(), next);
    }

    Optional<Offer> of(int product, Set<Long> groups, Instant at) {
        return PriceRule.pick(offers.values(), product, groups, at, ZoneId.of(zone));
    }

    /// What is on sale then, by product.
    List<Offer> sold(Set<Long> groups, Instant at) {
        return offers.values().stream()
                .map(Offer::product)
                .distinct()
                .flatMap(product -> of(product, groups, at).stream())
                .sorted(Comparator.comparingInt(Offer::product))
                .toList();
    }
}
