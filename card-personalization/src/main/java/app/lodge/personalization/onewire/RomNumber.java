package app.lodge.personalization.onewire;

import app.lodge.core.media.Uid;
import java.util.HexFormat;
import java.util.Optional;

/// The 64 bits that are burnt into every 1-Wire part: family, 48-bit serial number with its least
/// significant byte first, CRC-8 (KEY-25).
///
/// @param hex as sent, sixteen upper-case digits, family first
public record RomNumber(String hex) implements Comparable<RomNumber> {

    public static final int LENGTH = 8;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public RomNumber {
        if (!hex.matches("[0-9A-F]{16}")) {
            throw new IllegalArgumentException("ROM number '%s' is not 16 digits".formatted(hex));
        }
        if (!sound(HexFormat.of().parseHex(hex))) {
            throw new IllegalArgumentException("ROM number %s fails its CRC-8".formatted(hex));
        }
    }

    /// @return empty if the checksum is wrong; all zeros, which a shorted bus sends, has a right one and
    ///     is refused too
    public static Optional<RomNumber> of(byte[] sent) {
        return sound(sent) ? Optional.of(new RomNumber(HEX.formatHex(sent))) : Optional.empty();
    }

    /// Makes a whole number from family and serial.
    ///
    /// @param serial most significant digit first, as people say it
    public static RomNumber numbered(int family, long serial) {
        var bytes = new byte[LENGTH];
        bytes[0] = (byte) family;
        for (int i = 1; i < LENGTH - 1; i++) {
            bytes[i] = (byte) (serial >>> 8 * (i - 1));
        }
        bytes[LENGTH - 1] = (byte) OneWireCrc.crc8(bytes, LENGTH - 1);
        return new RomNumber(HEX.formatHex(bytes));
    }

    private static boolean sound(byte[] sent) {
        return sent.length == LENGTH && sent[0] != 0 && OneWireCrc.crc8(sent, LENGTH) == 0;
    }

    public int family() {
        return bytes()[0] & 0xFF;
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    public Uid uid() {
        return new Uid(hex);
    }

    /// As engraved on the can: checksum, serial number, family.
    public String engraved() {
        var bytes = bytes();
        var turned = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            turned[i] = bytes[LENGTH - 1 - i];
        }
        return HEX.formatHex(turned);
    }

    @Override
    public int compareTo(RomNumber other) {
        return hex.compareTo(other.hex);
    }
}
