package app.lodge.personalization.onewire;

/// What answered a reset of the bus.
public enum Presence {
    SHORT,
    PRESENT,
    /// Somebody is there and wants attention.
    ALARM,
    NOBODY
}
