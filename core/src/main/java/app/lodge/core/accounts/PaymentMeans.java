package app.lodge.core.accounts;

import java.util.List;

/// How money changes hands between a holder and the site.
public enum PaymentMeans {
    CASH,
    CARD_TERMINAL,
    /// To the holder's bank account, with the next payout run: pay-outs and closings only.
    BANK_TRANSFER,
    /// Nothing changes hands: a charge that the holder's account bears, such as a card's fee.
    ACCOUNT;

    /// What a holder can hand over at the counter.
    public static List<PaymentMeans> atTheCounter() {
        return List.of(CASH, CARD_TERMINAL);
    }
}
