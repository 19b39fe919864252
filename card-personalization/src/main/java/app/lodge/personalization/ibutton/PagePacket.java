package app.lodge.personalization.ibutton;

import app.lodge.core.keys.Bytes;
import app.lodge.personalization.onewire.OneWireCrc;
import java.util.Arrays;
import java.util.Optional;

/// A page of a file: length, data, number of the next page, CRC-16 that begins with the page's own
/// number, so that a page in a wrong place is no good (Book of iButton Standards §7, Maxim application
/// note 114).
///
/// @param next page that goes on, 0 if this is the last
public record PagePacket(byte[] data, int next) {

    /// Length, next page and checksum.
    public static final int OVERHEAD = 4;

    private static final int CRC = 2;

    public PagePacket {
        data = data.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    /// @param page whose bytes these are
    /// @return empty if it was never written, or not to its end
    public static Optional<PagePacket> of(int page, byte[] bytes) {
        int length = bytes[0] & 0xFF;
        if (length < 1 || length > bytes.length - CRC - 1) {
            return Optional.empty();
        }
        byte[] counted = Arrays.copyOf(bytes, 1 + length);
        if (!Arrays.equals(
                OneWireCrc.inverted(OneWireCrc.crc16(page, counted)),
                Bytes.slice(bytes, 1 + length, CRC))) {
            return Optional.empty();
        }
        return Optional.of(
                new PagePacket(Bytes.slice(counted, 1, length - 1), counted[length] & 0xFF));
    }

    /// @param page where it shall stand
    public byte[] bytes(int page) {
        var counted = Bytes.join(Bytes.of(data.length + 1), data, Bytes.of(next));
        return Bytes.join(counted, OneWireCrc.inverted(OneWireCrc.crc16(page, counted)));
    }
}
