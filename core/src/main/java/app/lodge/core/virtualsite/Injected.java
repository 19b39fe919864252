package app.lodge.core.virtualsite;

/// A fault that was put in, as reports of a run count them.
public enum Injected {
    LOST,
    DOUBLED,
    SWAPPED,
    DELAYED,
    FORGED,
    CUT,
    TORN,
    DRIFTED,
    FULL
}
