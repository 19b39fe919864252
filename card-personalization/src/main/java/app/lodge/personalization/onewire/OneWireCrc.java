package app.lodge.personalization.onewire;

/// The two checksums of 1-Wire parts (Maxim application note 27).
public final class OneWireCrc {

    private static final int CRC8_REFLECTED = 0x8C;
    private static final int CRC16_REFLECTED = 0xA001;
    private static final int BITS = 8;

    private OneWireCrc() {}

    /// X⁸+X⁵+X⁴+1, start 0. Over a ROM number with its own checksum it is 0.
    public static int crc8(byte[] bytes, int length) {
        int crc = 0;
        for (int at = 0; at < length; at++) {
            crc ^= bytes[at] & 0xFF;
            for (int bit = 0; bit < BITS; bit++) {
                crc = (crc & 1) == 1 ? crc >>> 1 ^ CRC8_REFLECTED : crc >>> 1;
            }
        }
        return crc;
    }

    /// X¹⁶+X¹⁵+X²+1, not yet inverted.
    ///
    /// @param start 0 for what a part sends, the page's number for page packets
    public static int crc16(int start, byte[]... parts) {
        int crc = start;
        for (byte[] part : parts) {
            for (byte each : part) {
                crc ^= each & 0xFF;
                for (int bit = 0; bit < BITS; bit++) {
                    crc = (crc & 1) == 1 ? crc >>> 1 ^ CRC16_REFLECTED : crc >>> 1;
                }
            }
        }
        return crc;
    }

    /// The two bytes as parts and page packets carry them: inverted, low byte first.
    public static byte[] inverted(int crc16) {
        int inverted = ~crc16;
        return new byte[] {(byte) inverted, (byte) (inverted >>> BITS)};
    }
}
