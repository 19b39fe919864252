package app.lodge.core.selfservice;

/// What a login may do with an account that it is linked to (ID-25).
public enum LinkRight {
    VIEW,
    TOP_UP,
    TRANSFER,
    /// How much the holder may spend.
    LIMITS
}
