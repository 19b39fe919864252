package app.lodge.personalization.ibutton;

import app.lodge.core.keys.Bytes;

/// What Lodge writes to a contact key (KEY-03, KEY-25). Amounts are in the site's minor units.
///
/// @param number the key's decimal number, 1 to 65535
/// @param generation counts the writings, 0 to 65535, then begins anew
/// @param value what the key holds, 0 to 2147483647
/// @param highestValue the most that it may ever hold
/// @param highestPayment the most that may be paid at once
public record KeyRecord(
        int number, int generation, int value, int highestValue, int highestPayment) {

    public static final int LARGEST_NUMBER = 0xFFFF;

    private static final int GENERATIONS = 0x10000;

    public KeyRecord {
        within("Key number", number, 1, LARGEST_NUMBER);
        within("Generation", generation, 0, GENERATIONS - 1);
        within("Value", value, 0, Integer.MAX_VALUE);
        within("Highest value", highestValue, 0, Integer.MAX_VALUE);
        within("Highest payment", highestPayment, 0, Integer.MAX_VALUE);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s %d is not %d to %d".formatted(what, value, least, most));
        }
    }

    KeyRecord following(KeyRecord before) {
        int next = (before.generation + 1) % GENERATIONS;
        return new KeyRecord(number, next, value, highestValue, highestPayment);
    }

    /// Whether this was written after the other; generations begin anew, so half of them lie before.
    boolean newerThan(KeyRecord other) {
        int ahead = (generation - other.generation + GENERATIONS) % GENERATIONS;
        return ahead != 0 && ahead < GENERATIONS / 2;
    }

    /// 16 bytes, least significant first.
    byte[] bytes() {
        return Bytes.join(
                Bytes.littleEndian(number, 2),
                Bytes.littleEndian(generation, 2),
                Bytes.littleEndian(value, 4),
                Bytes.littleEndian(highestValue, 4),
                Bytes.littleEndian(highestPayment, 4));
    }
}
