package app.lodge.core.accounts;

/// What became of a movement, and how it came about (ID-50). Money that is only reserved is no movement yet.
public enum MovementStatus {
    /// Stands: nothing undid it.
    BOOKED,
    /// A later posting undid it.
    REVERSED,
    /// Given back, whole or in part.
    REFUNDED,
    /// Was reserved before.
    CAPTURED,
    /// From a device's own log, after the fact.
    LATE
}
