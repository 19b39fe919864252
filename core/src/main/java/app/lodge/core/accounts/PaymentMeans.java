package app.lodge.core.accounts;

/// How a holder hands over money at the counter.
public enum PaymentMeans {
    CASH,
    CARD_TERMINAL
}
