package app.lodge.core.keys;

/// The keys of the purse application, by purpose (CHAIN-14, CHAIN-22). Only the back office holds the
/// one that raises a value at will.
public final class PurseSlots {

    /// The purse's AID, six hex digits, most significant byte first.
    public static final String APPLICATION = "4C4450";

    /// Changes keys and settings.
    public static final int MASTER = 0;

    /// Reads state and records.
    public static final int READ = 1;

    /// Takes value, and gives back at most what was taken last.
    public static final int DEBIT = 2;

    /// Gives value: back office only.
    public static final int CREDIT = 3;

    /// In no slot of a card: check values of records.
    public static final int CHECK = 13;

    private PurseSlots() {}
}
