package app.lodge.core.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Bytes as groups that a person copies by hand: five characters each, four of them carry 20 bits and
/// the fifth checks them and the group's place, so that a slip is found group by group.
///
/// Letters are Crockford's base 32: no I, L, O, U; typed I and L count as 1, O as 0. The fifth is the sum
/// of the others and of the place, each times its own power of 2 in the field of 32 elements
/// (x⁵ + x² + 1): one wrong character, two exchanged neighbours, or a group in the place of another of
/// the 31 around it, are always found.
final class ShareGroups {

    static final int GROUP = 5;

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DATA = GROUP - 1;
    private static final int BITS = 5;
    private static final int POLYNOMIAL = 0x25;

    private ShareGroups() {}

    /// Groups parted by spaces.
    static char[] write(byte[] bytes) {
        int groups = groups(bytes.length);
        var text = new char[groups * (GROUP + 1) - 1];
        Arrays.fill(text, ' ');
        for (int group = 0; group < groups; group++) {
            var values = new int[DATA];
            for (int i = 0; i < DATA; i++) {
                values[i] = bits(bytes, (group * DATA + i) * BITS);
                text[group * (GROUP + 1) + i] = LETTERS.charAt(values[i]);
            }
            text[group * (GROUP + 1) + DATA] = LETTERS.charAt(check(values, group));
            Arrays.fill(values, 0);
        }
        return text;
    }

    /// @param bytes whole bytes that all the groups carry
    /// @param wrong groups that do not agree with themselves, from 1
    record Read(byte[] bytes, List<Integer> wrong) {}

    /// @param typed spaces, hyphens and line ends anywhere; the caller wipes it
    static Read read(char[] typed) {
        var letters = new char[typed.length];
        int count = 0;
        for (char each : typed) {
            if (!Character.isWhitespace(each) && each != '-') {
                letters[count++] = each;
            }
        }
        int groups = (count + GROUP - 1) / GROUP;
        var wrong = new ArrayList<Integer>();
        var bytes = new byte[groups * DATA * BITS / 8];
        for (int group = 0; group < groups; group++) {
            var values = new int[DATA];
            int said = -1;
            boolean known = count >= (group + 1) * GROUP;
            for (int i = 0; i < GROUP && known; i++) {
                int value = value(letters[group * GROUP + i]);
                known = value >= 0;
                if (i < DATA) {
                    values[i] = value;
                } else {
                    said = value;
                }
            }
            if (!known || said != check(values, group)) {
                wrong.add(group + 1);
                continue;
            }
            for (int i = 0; i < DATA; i++) {
                put(bytes, (group * DATA + i) * BITS, values[i]);
            }
        }
        Arrays.fill(letters, ' ');
        return new Read(bytes, List.copyOf(wrong));
    }

    static int groups(int bytes) {
        return (bytes * 8 + DATA * BITS - 1) / (DATA * BITS);
    }

    private static int check(int[] values, int group) {
        int sum = (group + 1) % 32;
        for (int value : values) {
            sum = doubled(sum) ^ value;
        }
        return doubled(sum);
    }

    private static int doubled(int value) {
        int twice = value << 1;
        return (twice & 32) == 0 ? twice : twice ^ POLYNOMIAL;
    }

    private static int bits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS; bit++) {
            int set = bit < bytes.length * 8 ? bytes[bit / 8] >>> 7 - bit % 8 & 1 : 0;
            value = value << 1 | set;
        }
        return value;
    }

    private static void put(byte[] bytes, int from, int value) {
        for (int i = 0; i < BITS; i++) {
            int bit = from + i;
            if (bit < bytes.length * 8) {
                bytes[bit / 8] |= (byte) ((value >>> BITS - 1 - i & 1) << 7 - bit % 8);
            }
        }
    }

    private static int value(char letter) {
        return switch (String.valueOf(letter).toUpperCase(Locale.ROOT)) {
            case "I", "L" -> 1;
            case "O" -> 0;
            case String upper -> LETTERS.indexOf(upper);
        };
    }
}
