package app.lodge.core.kiosks;

import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cash that left a kiosk in a sealed bag, or that a shop handed in.
///
/// @param device its name; `label` what people call it
/// @param seal number of the bag's seal, or of the slip
/// @param told what the device says that it was
/// @param counted what somebody counted
/// @param cause of the difference; empty where there is none, or not known yet
public record Emptying(
        long number,
        DeviceId deviceId,
        String device,
        String label,
        Currency currency,
        String seal,
        Optional<Told> told,
        Optional<Counted> counted,
        Optional<DifferenceCause> cause,
        String reference) {

    /// @param by number of the medium of whoever emptied it, `0001234-01`; empty for none
    /// @param pieces as the device says; empty where it does not tell notes apart
    public record Told(Instant at, String by, Money amount, List<Count.Line> pieces) {
        public Told {
            pieces = List.copyOf(pieces);
        }
    }

    public record Counted(Instant at, String by, Money amount, List<Count.Line> pieces) {
        public Counted {
            pieces = List.copyOf(pieces);
        }
    }

    /// Null as long as one of the two is missing.
    public @Nullable Money difference() {
        return told.isPresent() && counted.isPresent()
                ? counted.get().amount().minus(told.get().amount())
                : null;
    }
}
