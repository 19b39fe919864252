package app.lodge.core.media;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What chip numbers a typed or scanned text may stand for, the other way round of
/// {@link PrintedNumber}: hex in either byte order, with or without colons, dashes and `0x`; decimal of
/// either byte order, with or without leading zeros; and numbers that leave out a part of the chip's.
///
/// @param whole in upper-case hex as {@link Uid} has it
/// @param ends three or four bytes in upper-case hex with which the chip's number begins or ends, in
///     one order or the other
public record SoughtNumber(Set<String> whole, Set<String> ends) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// Bytes of a chip number: ISO/IEC 14443-3 single, double and triple size, 1-Wire ROM, EM4100.
    private static final List<Integer> SIZES = List.of(4, 5, 7, 8, 10);

    private static final int EM4100 = 5;

    private static final Pattern PARTING = Pattern.compile("[ :.\\-]");
    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-F]{2}){4,10}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,25}");
    private static final Pattern WIEGAND = Pattern.compile("([0-9]{1,3})[,/ :-]([0-9]{1,5})");
    private static final Pattern BARE_WIEGAND = Pattern.compile("([0-9]{3})([0-9]{5})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final Pattern WORDS = Pattern.compile("([0-9]{5})[,/ :-]?([0-9]{5})");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final int LARGEST_FACILITY = 0xFF;
    private static final int LARGEST_CARD = 0xFFFF;
    private static final int LOW_THREE = 0xFF_FFFF;

    public SoughtNumber {
        whole = Set.copyOf(whole);
        ends = Set.copyOf(ends);
    }

    public static SoughtNumber of(String text) {
        var typed = text.strip();
        var bare = PARTING.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        var whole = new LinkedHashSet<String>();
        var hex = bare.startsWith("0X") ? bare.substring(2) : bare;
        if (HEXADECIMAL.matcher(hex).matches() && SIZES.contains(hex.length() / 2)) {
            bothOrders(HEX.parseHex(hex), whole);
            if (hex.length() == 2 * EM4100) {
                whole.add(HEX.formatHex(PrintedNumber.mirrored(HEX.parseHex(hex))));
            }
        }
        if (DECIMAL.matcher(bare).matches()) {
            decimal(new BigInteger(bare), whole);
        }
        return new SoughtNumber(whole, ends(typed));
    }

    private static Set<String> ends(String typed) {
        var ends = new LinkedHashSet<String>();
        for (var form : List.of(WIEGAND, BARE_WIEGAND)) {
            var number = form.matcher(typed);
            if (number.matches()) {
                int facility = Integer.parseInt(number.group(1));
                int card = Integer.parseInt(number.group(2));
                if (facility <= LARGEST_FACILITY && card <= LARGEST_CARD) {
                    ends.add("%02X%04X".formatted(facility, card));
                }
            }
        }
        var words = WORDS.matcher(typed);
        if (words.matches()) {
            int high = Integer.parseInt(words.group(1));
            int low = Integer.parseInt(words.group(2));
            if (high <= LARGEST_CARD && low <= LARGEST_CARD) {
                ends.add("%04X%04X".formatted(high, low));
            }
        }
        if (EIGHT_DIGITS.matcher(typed).matches() && Long.parseLong(typed) <= LOW_THREE) {
            ends.add("%06X".formatted(Long.parseLong(typed)));
        }
        if (TEN_DIGITS.matcher(typed).matches()) {
            long low = Long.parseLong(typed);
            if (low <= 0xFFFF_FFFFL) {
                ends.add("%08X".formatted(low));
            }
        }
        return ends;
    }

    /// Whether only looking at every chip's number can tell.
    public boolean inPart() {
        return !ends.isEmpty();
    }

    /// @param sent a chip's number as it sends it
    public boolean matches(byte[] sent) {
        var hex = HEX.formatHex(sent);
        var reversed = HEX.formatHex(PrintedNumber.reversed(sent));
        return whole.contains(hex)
                || ends.stream().anyMatch(end -> hex.endsWith(end) || reversed.endsWith(end));
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
        found.add(HEX.formatHex(bytes));
        found.add(HEX.formatHex(PrintedNumber.reversed(bytes)));
    }
}
