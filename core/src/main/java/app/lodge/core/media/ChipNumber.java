package app.lodge.core.media;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one reader of numbers gives for one medium: a keyboard wedge's or serial reader's line, or what
/// a clerk types. Whatever else prints the same number finds it, see {@link SoughtNumber}.
public final class ChipNumber {

    private static final Pattern PARTING = Pattern.compile("[ :\\-]");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,24}");
    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-F]{2}){4,10}");
    private static final int FOUR_BYTES = 32;
    private static final int EM4100 = 5;

    private ChipNumber() {}

    /// Figures alone are decimal: four bytes if they fit, five (EM4100) if not, else as many as it
    /// takes; `0x`, letters or colons are hex as the chip sends it. Control characters around a serial
    /// reader's line do not count.
    ///
    /// @return empty if it is no chip's number
    public static Optional<Uid> of(String line) {
        String typed =
                line.chars()
                        .filter(each -> each >= ' ' && each < 0x7F)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip()
                        .toUpperCase(Locale.ROOT);
        boolean prefixed = typed.startsWith("0X");
        String bare = PARTING.matcher(prefixed ? typed.substring(2) : typed).replaceAll("");
        boolean parted = typed.indexOf(':') >= 0;
        if (!prefixed && !parted && DECIMAL.matcher(bare).matches()) {
            return decimal(new BigInteger(bare));
        }
        return HEXADECIMAL.matcher(bare).matches()
                ? Optional.of(Uid.of(HexFormat.of().parseHex(bare)))
                : Optional.empty();
    }

    private static Optional<Uid> decimal(BigInteger value) {
        if (value.signum() == 0 || value.bitLength() > 80) {
            return Optional.empty();
        }
        int bytes = (value.bitLength() + 7) / 8;
        int length =
                value.bitLength() <= FOUR_BYTES
                        ? 4
                        : bytes <= EM4100 ? EM4100 : bytes <= 7 ? 7 : bytes <= 8 ? 8 : 10;
        var hex = value.toString(16);
        return Optional.of(
                Uid.of(HexFormat.of().parseHex("0".repeat(2 * length - hex.length()) + hex)));
    }
}
