package app.lodge.core.people;

/// How a signature came.
public enum SignatureSource {
    /// Scanned or photographed.
    FILE,
    /// Written at the desk, on a pad or with a mouse.
    DRAWN
}
