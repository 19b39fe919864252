package app.lodge.personalization.layouts.model;

/// How a code is written.
public enum Symbology {
    /// ISO/IEC 15417.
    CODE_128,
    /// ISO/IEC 18004, error correction level M.
    QR,
    /// ISO/IEC 15438.
    PDF417,
    /// ISO/IEC 24778, 23 % error correction.
    AZTEC,
    /// ISO/IEC 16022, ECC 200.
    DATA_MATRIX
}
