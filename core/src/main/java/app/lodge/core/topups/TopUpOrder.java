package app.lodge.core.topups;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A top-up from outside the counter, as it stands now.
///
/// @param reference the source's own, unique within the source; goes end to end to the bank
/// @param authorisation the provider's or terminal's reference, or the mandate's
/// @param mandate 0 but for direct debits
/// @param creditPosting 0 as long as the account has not got the money
/// @param settlePosting 0 as long as the money has not arrived
/// @param returnPosting the reversal; 0 too for a return before any credit
/// @param feePosting 0 where none was charged
/// @param returnReason the bank's code, such as `AM04`
/// @param bankFile the file in which it was collected; 0 for none
public record TopUpOrder(
        long number,
        TopUpSource source,
        String reference,
        AccountId account,
        Money amount,
        State state,
        long mandate,
        @Nullable String authorisation,
        long creditPosting,
        long settlePosting,
        long returnPosting,
        long feePosting,
        @Nullable String returnReason,
        long bankFile,
        Instant orderedAt) {

    /// How far an order has come.
    public enum State {
        /// Nothing has moved.
        ORDERED,
        /// The payer's bank, the provider or the mandate vouches for it.
        AUTHORISED,
        /// The money is there.
        SETTLED,
        /// The money was taken back; nothing follows.
        RETURNED,
        /// It came to nothing before it was authorised.
        REFUSED;

        boolean ended() {
            return this == RETURNED || this == REFUSED;
        }
    }

    public boolean credited() {
        return creditPosting != 0;
    }
}
