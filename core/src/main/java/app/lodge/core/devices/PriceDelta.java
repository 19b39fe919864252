package app.lodge.core.devices;

import app.lodge.core.products.Offer;
import java.time.ZoneId;
import java.util.List;

/// What leads from one version of a payment point's prices to a newer one (ID-62).
///
/// @param base as in a {@link ListDelta}
/// @param zone whose clocks count for hours
/// @param remove numbers of prices
public record PriceDelta(long version, long base, ZoneId zone, List<Offer> add, List<Long> remove) {

    public PriceDelta {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }
}
