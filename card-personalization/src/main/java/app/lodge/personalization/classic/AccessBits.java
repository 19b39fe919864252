package app.lodge.personalization.classic;

import app.lodge.core.keys.Bytes;
import java.util.List;
import java.util.Optional;

/// What each of a sector's keys may do with its blocks (MF1S50yyX_V1 §8.7.1 to §8.7.3).
///
/// @param conditions C1 C2 C3 as a number from 0 to 7, C1 counting four: three for the data blocks,
///     the fourth for the trailer
public record AccessBits(List<Integer> conditions) {

    /// As the factory ships it: everything with key A, and key B is data.
    public static final AccessBits TRANSPORT = of(0, 0, 0, 1);

    /// Read with either key, written with key B; keys and bits changed with key B.
    public static final AccessBits READ_A_WRITE_B = of(4, 4, 4, 3);

    /// Two value blocks that key A lowers and key B raises, one block of data, the rest as above.
    public static final AccessBits PURSE = of(6, 6, 4, 3);

    private static final int TRAILER = 3;
    private static final int LENGTH = 3;

    public AccessBits {
        conditions = List.copyOf(conditions);
        if (conditions.size() != 4 || conditions.stream().anyMatch(one -> one < 0 || one > 7)) {
            throw new IllegalArgumentException(
                    "Access conditions %s must be four numbers from 0 to 7".formatted(conditions));
        }
    }

    public static AccessBits of(int first, int second, int third, int trailer) {
        return new AccessBits(List.of(first, second, third, trailer));
    }

    /// Which key opened the sector.
    public enum Key {
        A,
        B
    }

    /// What may be done with a data block.
    public enum DataRight {
        READ,
        WRITE,
        INCREMENT,
        /// Also transfer and restore.
        DECREMENT
    }

    /// What may be done with a trailer.
    public enum TrailerRight {
        WRITE_KEY_A,
        READ_BITS,
        WRITE_BITS,
        READ_KEY_B,
        WRITE_KEY_B
    }

    private static final int A = 1;
    private static final int B = 2;
    private static final int AB = A | B;

    /// By condition 000 to 111.
    private static final int[][] DATA = {
        {AB, AB, AB, B, AB, B, AB, 0},
        {AB, 0, 0, B, B, 0, B, 0},
        {AB, 0, 0, 0, 0, 0, B, 0},
        {AB, AB, 0, 0, 0, 0, AB, 0}
    };

    private static final int[][] OF_TRAILER = {
        {A, A, 0, B, B, 0, 0, 0},
        {A, A, A, AB, AB, AB, AB, AB},
        {0, A, 0, B, 0, B, 0, 0},
        {A, A, A, 0, 0, 0, 0, 0},
        {A, A, 0, B, B, 0, 0, 0}
    };

    /// @param group 0 to 2, see {@link ClassicSize#group}
    public boolean allows(Key key, int group, DataRight right) {
        return opens(key) && has(DATA[right.ordinal()][conditions.get(group)], key);
    }

    public boolean allows(Key key, TrailerRight right) {
        return opens(key) && has(OF_TRAILER[right.ordinal()][conditions.get(TRAILER)], key);
    }

    /// Whether key B can be read; it is data then and opens nothing, though a card accepts it.
    public boolean keyBIsData() {
        return OF_TRAILER[TrailerRight.READ_KEY_B.ordinal()][conditions.get(TRAILER)] != 0;
    }

    /// Whether nobody can ever change keys or bits again.
    public boolean frozen() {
        int trailer = conditions.get(TRAILER);
        return OF_TRAILER[TrailerRight.WRITE_BITS.ordinal()][trailer] == 0
                && OF_TRAILER[TrailerRight.WRITE_KEY_A.ordinal()][trailer] == 0;
    }

    private boolean opens(Key key) {
        return key == Key.A || !keyBIsData();
    }

    private static boolean has(int keys, Key key) {
        return (keys & (key == Key.A ? A : B)) != 0;
    }

    /// The trailer's bytes 6 to 8.
    public byte[] encode() {
        int c1 = nibble(4);
        int c2 = nibble(2);
        int c3 = nibble(1);
        return Bytes.of((~c2 & 0xF) << 4 | ~c1 & 0xF, c1 << 4 | ~c3 & 0xF, c3 << 4 | c2);
    }

    /// Bit i is block i's.
    private int nibble(int weight) {
        int bits = 0;
        for (int block = 0; block < conditions.size(); block++) {
            if ((conditions.get(block) & weight) != 0) {
                bits |= 1 << block;
            }
        }
        return bits;
    }

    /// @return empty if the bytes contradict themselves: a card with such a trailer has lost the sector
    ///     for ever
    public static Optional<AccessBits> decode(byte[] three) {
        if (three.length != LENGTH) {
            throw new IllegalArgumentException("Access bits are three bytes, not " + three.length);
        }
        int c1 = three[1] >> 4 & 0xF;
        int c2 = three[2] & 0xF;
        int c3 = three[2] >> 4 & 0xF;
        boolean sound =
                (three[0] & 0xF) == (~c1 & 0xF)
                        && (three[0] >> 4 & 0xF) == (~c2 & 0xF)
                        && (three[1] & 0xF) == (~c3 & 0xF);
        return sound
                ? Optional.of(
                        of(
                                at(c1, c2, c3, 0),
                                at(c1, c2, c3, 1),
                                at(c1, c2, c3, 2),
                                at(c1, c2, c3, 3)))
                : Optional.empty();
    }

    private static int at(int c1, int c2, int c3, int block) {
        return (c1 >> block & 1) << 2 | (c2 >> block & 1) << 1 | c3 >> block & 1;
    }
}
