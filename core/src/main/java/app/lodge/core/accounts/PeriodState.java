package app.lodge.core.accounts;

/// Where a month stands.
public enum PeriodState {
    OPEN,
    /// Being looked over: devices' late recordings still go into it.
    CLOSING,
    /// Nothing goes into it any more; what comes late is booked today, and says so.
    CLOSED
}
