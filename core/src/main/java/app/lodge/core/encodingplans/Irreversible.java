package app.lodge.core.encodingplans;

/// What a chip can never take back. A plan that does it must say so where it does it and once more by
/// name, so that no slip of the hand spends a batch of cards.
public enum Irreversible {
    /// The card can never be formatted again.
    FORMAT_DISABLED,
    /// The chip hides its number from then on.
    RANDOM_UID,
    /// A master key or key rules that can never be changed again.
    KEYS_FROZEN,
    /// Sectors whose trailer nobody can write again.
    SECTOR_FROZEN,
    /// Pages that can never be written again.
    PAGES_LOCKED,
    /// One-time bits.
    ONE_TIME_BITS,
    /// A counter that only goes up begins above 0.
    COUNTER_RAISED,
    /// A MIFARE Plus that left level 0, in which it took keys and blocks in plain.
    LEVEL_SWITCHED
}
