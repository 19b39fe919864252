package app.lodge.core.approvals;

public enum ApprovalState {
    OPEN,
    APPROVED,
    REFUSED,
    /// Whoever asked no longer needs it.
    WITHDRAWN,
    /// The movement it was for is booked.
    USED,
    /// Nobody decided, or nobody used it, in time.
    EXPIRED
}
