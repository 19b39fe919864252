package app.lodge.core.accounts;

/// What a ledger account stands for.
///
/// A checked account has a balance row and a floor. The others record where money came from or went
/// to; they never refuse, and their totals come from the entries.
public enum AccountKind {
    /// What the issuer owes to one holder.
    PERSON(true),
    /// What the issuer owes to whoever holds one purse on a card (CHAIN-22).
    PURSE(true),
    /// What one cost centre was charged. Its budgets decide, not its floor, which lies out of reach.
    COST_CENTRE(true),
    /// What one payment point took.
    REVENUE(false),
    /// Cash taken at one counter.
    CASH_DESK(false),
    /// Cash in one kiosk or one phone's shop (ID-30, ID-32).
    KIOSK_CASH(false),
    /// Card payments taken at one counter, to be settled by the bank.
    CARD_CLEARING(false),
    /// Payments that happened but name no account here, until somebody has looked.
    SUSPENSE(false),
    /// Rows of the tariff.
    FEES(false),
    /// What the issuer owes for media that are out.
    MEDIA_DEPOSITS(false),
    /// The other side of corrections by staff.
    CORRECTIONS(false),
    /// Top-ups of one source from outside the counter, until their money has arrived.
    TOP_UP_CLEARING(false),
    /// Paid out by transfer, until the bank has carried the transfers out.
    PAY_OUT_CLEARING(false),
    /// The site's account at its bank.
    BANK(false),
    /// Cash on its way between drawers and the safe.
    CASH_IN_TRANSIT(false),
    /// What was counted more or less than expected.
    CASH_DIFFERENCES(false);

    private final boolean checked;

    AccountKind(boolean checked) {
        this.checked = checked;
    }

    boolean checked() {
        return checked;
    }
}
