package app.lodge.core.accounts;

/// The business case of a posting.
public enum PostingKind {
    TOP_UP,
    PAYMENT,
    REFUND,
    REVERSAL
}
