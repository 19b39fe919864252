package app.lodge.bridge.osdp;

import java.util.Arrays;
import java.util.Optional;

/// Finds frames in a stream of bytes, however it is cut. What is no frame is passed over, one byte at a
/// time, until one begins again.
final class FrameReader {

    private static final int SHORTEST = 7;
    private static final int HAS_CRC = 0x04;

    private byte[] waiting = new byte[0];
    private long passedOver;

    void add(byte[] bytes, int length) {
        var all = Arrays.copyOf(waiting, waiting.length + length);
        System.arraycopy(bytes, 0, all, waiting.length, length);
        waiting = all;
    }

    /// The next whole frame whose check is right.
    Optional<Packet> next() {
        while (true) {
            var begin = begin();
            drop(begin);
            if (waiting.length < SHORTEST) {
                return Optional.empty();
            }
            var length = waiting[2] & 0xFF | (waiting[3] & 0xFF) << 8;
            if (length < SHORTEST || length > Packet.LONGEST) {
                drop(1);
                continue;
            }
            if (waiting.length < length) {
                return Optional.empty();
            }
            var frame = Arrays.copyOf(waiting, length);
            if (!sound(frame)) {
                drop(1);
                continue;
            }
            drop(length);
            passedOver -= length;
            try {
                return Optional.of(Packet.read(frame));
            } catch (Packet.MalformedFrame e) {
                passedOver += length;
            }
        }
    }

    void clear() {
        waiting = new byte[0];
    }

    /// Bytes that belonged to no frame, but for marks.
    long passedOver() {
        return passedOver;
    }

    private int begin() {
        var at = 0;
        while (at < waiting.length && (waiting[at] & 0xFF) != Packet.START) {
            at++;
        }
        return at;
    }

    private void drop(int count) {
        for (var i = 0; i < count; i++) {
            if ((waiting[i] & 0xFF) != Packet.MARK) {
                passedOver++;
            }
        }
        waiting = Arrays.copyOfRange(waiting, count, waiting.length);
    }

    private static boolean sound(byte[] frame) {
        if ((frame[4] & HAS_CRC) != 0) {
            var crc = Checks.crc(frame, frame.length - 2);
            return (frame[frame.length - 2] & 0xFF) == (crc & 0xFF)
                    && (frame[frame.length - 1] & 0xFF) == crc >> 8;
        }
        return (frame[frame.length - 1] & 0xFF) == Checks.sum(frame, frame.length - 1);
    }
}
