package app.lodge.core.watch;

/// What a rule looks at, with the range of its threshold.
public enum Matter {
    /// A device that was heard of once is away for so many minutes.
    SILENCE("min", 15, 1, 10_080),
    /// A device tells of a fault; no threshold.
    FAULT("", 0, 0, 0),
    /// Something in a device is full to so many per cent: notes, memory, a list.
    LEVEL("%", 90, 1, 100),
    /// A device's certificate ends within so many days.
    CERTIFICATE("d", 30, 1, 400),
    /// A device has not confirmed its newest lists for so many minutes.
    LISTS_BEHIND("min", 60, 1, 10_080),
    /// A device holds other settings than it should, or refused them; no threshold.
    OUT_OF_STEP("", 0, 0, 0),
    /// The disk of the bridge's machine is full to so many per cent.
    DISK("%", 90, 1, 100),
    /// A place of the stock has fewer blanks than it wants to be told at; no threshold.
    STOCK("", 0, 0, 0),
    /// The newest backup is so many days old.
    BACKUP("d", 7, 1, 400),
    /// A kiosk took money by card, and nobody was credited with it; holds until somebody acknowledges that it was
    /// given back. No threshold.
    CARD_REFUSED("", 0, 0, 0),
    /// The field network turned somebody away; no threshold.
    REFUSED("", 0, 0, 0),
    /// A licence that somebody entered ends within so many days.
    LICENCE("d", 30, 1, 400),
    /// A SIM card has no more credit than it wants to be told at, or its credit ends within a week; no threshold.
    SIM_CREDIT("", 0, 0, 0),
    /// A card printer's ribbon lasts no longer than so many days, at what the site prints.
    RIBBON("d", 7, 1, 90);

    private final String unit;
    private final int usual;
    private final int lowest;
    private final int highest;

    Matter(String unit, int usual, int lowest, int highest) {
        this.unit = unit;
        this.usual = usual;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// `min`, `d`, `%`, or empty where there is no threshold.
    public String unit() {
        return unit;
    }

    public int usual() {
        return usual;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /// Whether a rule about it may name a kind of device and a place.
    public boolean ofDevices() {
        return switch (this) {
            case SILENCE, FAULT, LEVEL, CERTIFICATE, LISTS_BEHIND, OUT_OF_STEP -> true;
            case DISK, STOCK, BACKUP, CARD_REFUSED, REFUSED, LICENCE, SIM_CREDIT, RIBBON -> false;
        };
    }
}
