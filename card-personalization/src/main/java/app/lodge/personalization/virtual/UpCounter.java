package app.lodge.personalization.virtual;

import app.lodge.core.keys.Bytes;
import java.util.Optional;

/// A counter of Ultralight EV1 or NTAG21x: 24 bits, up only, and it remembers if it was once torn while counting
/// (MF0ULx1 §8.7). The value survives a tear.
final class UpCounter {

    private static final int LAST = 0xFFFFFF;
    private static final int WHOLE = 0xBD;

    private int value;
    private boolean torn;

    byte[] read() {
        return Bytes.littleEndian(value, 3);
    }

    byte[] tearing() {
        return Bytes.of(torn ? 0x00 : WHOLE);
    }

    /// One more, as NTAG21x counts by itself; at its end it stands still (NTAG213_215_216 §8.7).
    void up() {
        value = Math.min(LAST, value + 1);
    }

    /// @param command with the amount in bytes 2 to 4
    Optional<byte[]> up(byte[] command, boolean tearing) {
        int by = (int) Bytes.littleEndian(command, 2, 3);
        if (value + by > LAST) {
            return Optional.empty();
        }
        if (tearing) {
            torn = true;
            return Optional.empty();
        }
        value += by;
        torn = false;
        return Optional.of(new byte[0]);
    }
}
