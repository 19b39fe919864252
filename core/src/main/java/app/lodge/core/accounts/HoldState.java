package app.lodge.core.accounts;

/// OPEN reserves money; every other state is an end, and final.
public enum HoldState {
    OPEN,
    CAPTURED,
    RELEASED,
    EXPIRED
}
