package app.lodge.personalization.recognition;

/// How far a chip's word can be trusted.
public enum Strength {
    /// It has a number and no secret; anyone makes another with the same.
    NUMBER_ONLY,
    /// Its cipher is broken: keys are found within minutes and copies made (MIFARE Classic).
    BROKEN,
    /// A password that is sent in clear, or a cipher of the 1970s.
    WEAK,
    /// AES with keys that never leave the chip.
    STRONG
}
