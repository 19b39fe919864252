package app.lodge.core.accounts;

/// The business case of a posting: what tells a load, which is a liability, from spending, which is
/// turnover.
public enum PostingKind {
    TOP_UP,
    /// A purchase at a payment point.
    PAYMENT,
    /// A purchase given back in whole or part.
    REFUND,
    REVERSAL,
    /// From one holder to another.
    TRANSFER,
    PAY_OUT,
    /// A row of the tariff: turnover of the issuer.
    FEE,
    /// Held for a medium until it comes back: a liability.
    DEPOSIT,
    DEPOSIT_RETURN,
    CORRECTION,
    /// What settles an account that is closed.
    CLOSING,
    /// Balances taken over from the system before this one.
    OPENING,
    /// A top-up's money has arrived at the bank.
    SETTLEMENT,
    CASH_IN_TRANSIT,
    CASH_DIFFERENCE
}
