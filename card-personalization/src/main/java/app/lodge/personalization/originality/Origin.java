package app.lodge.personalization.originality;

/// What a chip's signature says.
public enum Origin {
    /// The maker signed this number. A copy of number and signature says the same: it proves where the
    /// number comes from, and not that no emulator repeats it.
    GENUINE,
    /// There is a signature, or should be one, and it is not the maker's: no original chip.
    FORGED,
    /// Chips of this kind have none, or the reader has no way to ask.
    UNTOLD
}
