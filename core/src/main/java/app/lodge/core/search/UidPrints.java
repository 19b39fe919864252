package app.lodge.core.search;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What chip numbers a text may stand for, as readers print them: hex in either byte order, with or
/// without colons, dashes and `0x`; decimal of either byte order, with or without leading zeros.
final class UidPrints {

    /// Bytes of a chip number: ISO/IEC 14443-3 single, double and triple size, 1-Wire ROM.
    private static final List<Integer> SIZES = List.of(4, 7, 8, 10);

    private static final Pattern PARTING = Pattern.compile("[ :.\\-]");
    private static final Pattern HEX = Pattern.compile("([0-9A-F]{2}){4,10}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,25}");

    private UidPrints() {}

    /// In upper-case hex as {@link app.lodge.core.media.Uid} has it.
    static Set<String> of(String text) {
        var bare = PARTING.matcher(text.strip()).replaceAll("").toUpperCase(Locale.ROOT);
        var found = new LinkedHashSet<String>();
        var hex = bare.startsWith("0X") ? bare.substring(2) : bare;
        if (HEX.matcher(hex).matches() && SIZES.contains(hex.length() / 2)) {
            bothOrders(HexFormat.of().parseHex(hex), found);
        }
        if (DECIMAL.matcher(bare).matches()) {
            decimal(new BigInteger(bare), found);
        }
        return found;
    }

    private static void decimal(BigInteger value, Set<String> found) {
        var bytes = (value.bitLength() + 7) / 8;
        for (var size : SIZES) {
            // a number that fits four bytes is no ten-byte one with six zeros in front
            if (bytes <= size && bytes > size - 3 && value.signum() > 0) {
                bothOrders(padded(value, size), found);
            }
        }
    }

    private static byte[] padded(BigInteger value, int size) {
        var bytes = new byte[size];
        var plain = value.toByteArray();
        var significant = plain[0] == 0 ? Arrays.copyOfRange(plain, 1, plain.length) : plain;
        System.arraycopy(significant, 0, bytes, size - significant.length, significant.length);
        return bytes;
    }

    private static void bothOrders(byte[] bytes, Set<String> found) {
        var hex = HexFormat.of().withUpperCase();
        found.add(hex.formatHex(bytes));
        var reversed = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        found.add(hex.formatHex(reversed));
    }
}
