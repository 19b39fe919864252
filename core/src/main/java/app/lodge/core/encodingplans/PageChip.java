package app.lodge.core.encodingplans;

/// Chips whose memory is pages of four bytes (MF0ICU1, MF0ULX1, NTAG213_215_216).
public enum PageChip {
    ULTRALIGHT(15, 0),
    ULTRALIGHT_C(39, 0),
    ULTRALIGHT_EV1_11(15, 0x10),
    ULTRALIGHT_EV1_21(35, 0x25),
    NTAG213(39, 0x29),
    NTAG215(129, 0x83),
    NTAG216(225, 0xE3);

    /// The first page free for data.
    public static final int FIRST = 4;

    /// The last page that the lock bits of page 2 know.
    public static final int LAST_LOCKABLE = 15;

    /// The highest number of a counter.
    public static final int LAST_COUNTER = 2;

    private final int last;
    private final int configuration;

    PageChip(int last, int configuration) {
        this.last = last;
        this.configuration = configuration;
    }

    /// The last page free for data.
    public int last() {
        return last;
    }

    public boolean hasPassword() {
        return configuration != 0;
    }

    /// Whether pages can be guarded: by a password, or by Ultralight C's key.
    public boolean guards() {
        return hasPassword() || this == ULTRALIGHT_C;
    }

    /// Whether it counts by itself how often it is called and read.
    public boolean countsReads() {
        return name().startsWith("NTAG");
    }

    /// The numbers of its counters, from this one to {@link #LAST_COUNTER}; past it for chips without.
    public int firstCounter() {
        return countsReads() ? LAST_COUNTER : hasPassword() ? 0 : LAST_COUNTER + 1;
    }

    /// The first page of the configuration: CFG0, CFG1, PWD, PACK.
    public int configuration() {
        return configuration;
    }
}
