package app.lodge.personalization.virtual;

import app.lodge.personalization.classic.ClassicSize;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The AES keys of a MIFARE Plus card in software: the card's own, and two for each sector.
final class VirtualPlusKeys {

    static final int CARD_MASTER = 0x9000;
    static final int SECTOR_KEYS = 0x4000;
    private static final int CONFIGURATION = 0x9001;
    private static final int TO_LEVEL_THREE = 0x9003;
    private static final int LAST = 0x9004;
    private static final int LENGTH = 16;

    private final ClassicSize size;
    private final Map<Integer, byte[]> written = new TreeMap<>();

    VirtualPlusKeys(ClassicSize size) {
        this.size = size;
    }

    /// Whether the card has a key of this number.
    boolean known(int number) {
        boolean ofSector = number >= SECTOR_KEYS && number < SECTOR_KEYS + 2 * size.sectors();
        return ofSector || number >= CARD_MASTER && number <= LAST;
    }

    void put(int number, byte[] value) {
        written.put(number, value);
    }

    /// Whether all are written without which the card does not leave level 0.
    boolean complete() {
        return written.containsKey(CARD_MASTER)
                && written.containsKey(CONFIGURATION)
                && written.containsKey(TO_LEVEL_THREE);
    }

    /// Keys that were not written in level 0 are ones.
    byte[] key(int number) {
        byte[] ones = new byte[LENGTH];
        Arrays.fill(ones, (byte) 0xFF);
        return written.getOrDefault(number, ones);
    }
}
