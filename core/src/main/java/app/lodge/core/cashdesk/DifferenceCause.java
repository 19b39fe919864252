package app.lodge.core.cashdesk;

/// Why another amount was counted than the books expected.
public enum DifferenceCause {
    WRONG_CHANGE,
    BOOKED_WRONG_AMOUNT,
    NOT_BOOKED,
    COUNTING_ERROR,
    ROUNDING,
    COUNTERFEIT,
    THEFT,
    UNKNOWN
}
