package app.lodge.core.accounts;

import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.time.Instant;

/// Money reserved for a payment that was authorised and is not posted yet. It ends once.
record Hold(
        long number,
        AccountId account,
        Money amount,
        long device,
        String ask,
        MediumId medium,
        HoldState state,
        Instant expiresAt) {

    boolean open() {
        return state == HoldState.OPEN;
    }

    Hold ended(HoldState end) {
        return new Hold(number, account, amount, device, ask, medium, end, expiresAt);
    }
}
