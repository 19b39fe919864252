package app.lodge.core.accounts;

/// Why staff move money. A code and never free text: what stands in the books must not name anybody.
public enum Reason {
    CLERK_ERROR,
    DEVICE_ERROR,
    GOODS_RETURNED,
    COMPLAINT,
    GOODWILL,
    HOLDER_REQUEST,
    LOST_MEDIUM,
    LEFT_THE_SITE,
    OTHER
}
