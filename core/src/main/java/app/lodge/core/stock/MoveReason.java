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

    /// Why a blank is bad, by the device's fault as it was seen.
    ///
    /// @param fault as a fault's record writes itself, `KeyRefused[key=0]`; empty for none
    public static MoveReason ofFault(String fault) {
        return switch (faultName(fault)) {
            case "" -> STOPPED;
            case "CardRemoved", "NoCard" -> CARD_PULLED;
            case "KeyRefused" -> KEY_REFUSED;
            case "VerifyMismatch" -> READ_BACK_DIFFERS;
            case "CardRefused", "AnswerForged" -> CHIP_DEAD;
            case "SPOILED" -> DAMAGED;
            case "OutOfRibbon",
                    "CoverOpen",
                    "FeederEmpty",
                    "PrinterJam",
                    "PrinterRefused",
                    "PrinterStopped",
                    "PrintCancelled",
                    "PrintAborted",
                    "PrinterUnknownOutcome" ->
                    PRINT_FAULT;
            default -> OTHER;
        };
    }

    static String faultName(String fault) {
        int end = fault.indexOf('[');
        return end < 0 ? fault : fault.substring(0, end);
    }
}
