package app.lodge.personalization.layouts.model;

/// How a code is written.
public enum Symbology {
    /// ISO/IEC 15417.
    CODE_128,
    /// ISO/IEC 18004, error correction level M.
    QR
}
