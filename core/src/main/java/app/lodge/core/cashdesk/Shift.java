package app.lodge.core.cashdesk;

import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// The time from one count of a workstation's drawer to the next closing.
///
/// @param keeper the operator who answers for the drawer
/// @param openingFloat as counted when it was opened
/// @param expected what must lie in the drawer now, or lay in it when it was closed
/// @param closedAt null while it is open
public record Shift(
        long number,
        String workstation,
        Currency currency,
        long keeper,
        String keeperName,
        Instant openedAt,
        Money openingFloat,
        Money expected,
        @Nullable Instant closedAt) {

    public boolean open() {
        return closedAt == null;
    }
}
