package app.lodge.core.watch.parties;

import app.lodge.core.money.Money;
import java.util.Optional;

/// How much cash lies in a device, as the books have it.
@FunctionalInterface
public interface DeviceMoney {

    /// Empty for one that holds none.
    Optional<Money> in(long device);
}
