package app.lodge.bridge;

import app.lodge.core.keys.KdfCost;
import app.lodge.core.site.Home;
import java.time.Clock;
import java.time.InstantSource;

/// What a bridge is started with; addresses and ports stand in the home's `lodge.properties`.
///
/// @param cost of operators' password hashes
public record BridgeOrder(Home home, InstantSource clock, KdfCost cost) {

    public static BridgeOrder of(Home home) {
        return new BridgeOrder(home, Clock.systemUTC(), KdfCost.STANDARD);
    }
}
