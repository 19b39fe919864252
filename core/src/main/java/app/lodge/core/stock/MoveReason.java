package app.lodge.core.stock;

/// Why pieces changed their state or place.
public enum MoveReason {
    RECEIVED,
    HANDED_OVER,
    PREPARED,
    ISSUED,
    /// A medium's own life: blocked as lost, found, taken back.
    MEDIUM,
    REUSED,
    DESTROYED,
    /// A stock-take found fewer or more.
    COUNTED,
    /// Somebody says that they are gone.
    MISSING,
    CHIP_DEAD,
    KEY_REFUSED,
    READ_BACK_DIFFERS,
    CARD_PULLED,
    PRINT_FAULT,
    DAMAGED,
    STOPPED,
    OTHER;

    /// Whether it tells why a card is bad, and so counts against its delivery (CHAIN-51).
    public boolean spoils() {
        return ordinal() >= CHIP_DEAD.ordinal();
    }

    /// Whether the maker is to blame for it, and not the one who handled it.
    public boolean badOnArrival() {
        return this == CHIP_DEAD || this == KEY_REFUSED || this == READ_BACK_DIFFERS;
    }
}
