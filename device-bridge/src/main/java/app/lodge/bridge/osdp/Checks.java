package app.lodge.bridge.osdp;

/// The two checks that a frame may end with (IEC 60839-11-5, annex C).
final class Checks {

    private static final int START = 0x1D0F;
    private static final int POLYNOMIAL = 0x1021;

    private Checks() {}

    /// CRC-16 with polynomial 1021 from 1D0F, neither reflected nor inverted.
    static int crc(byte[] bytes, int length) {
        var crc = START;
        for (var i = 0; i < length; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
        }
        return crc & 0xFFFF;
    }

    /// Two's complement of the sum.
    static int sum(byte[] bytes, int length) {
        var sum = 0;
        for (var i = 0; i < length; i++) {
            sum += bytes[i] & 0xFF;
        }
        return -sum & 0xFF;
    }
}
