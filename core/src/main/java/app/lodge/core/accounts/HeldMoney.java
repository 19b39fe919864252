package app.lodge.core.accounts;

import app.lodge.core.media.MediumKind;
import app.lodge.core.money.Money;
import java.time.Instant;

/// Money reserved for a payment that somebody began, and what became of it (ID-18, ID-50).
///
/// @param since when it was reserved
/// @param until when it is let go by itself if nothing else happens
/// @param place the payment point's label
/// @param medium what was presented, the holder's `issue`-th
/// @param centre code and name of the cost centre whose money it is; empty for the account's own
public record HeldMoney(
        long number,
        Money amount,
        HoldState state,
        Instant since,
        Instant until,
        String place,
        MediumKind medium,
        int issue,
        String centre) {

    public boolean open() {
        return state == HoldState.OPEN;
    }
}
