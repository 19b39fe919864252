package app.lodge.core.keys;

import java.util.Arrays;
import java.util.zip.CRC32;

/// Byte arithmetic that card protocols and keys share.
public final class Bytes {

    private static final int CRC_A_PRESET = 0x6363;

    private Bytes() {}

    public static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /// @param values each 0 to 255
    public static byte[] of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// @return `length` bytes, least significant first
    public static byte[] littleEndian(long value, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    public static long littleEndian(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }

    public static byte[] slice(byte[] bytes, int from, int length) {
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    public static byte[] rotateLeft(byte[] bytes) {
        return join(Arrays.copyOfRange(bytes, 1, bytes.length), Arrays.copyOf(bytes, 1));
    }

    public static byte[] rotateRight(byte[] bytes) {
        int last = bytes.length - 1;
        return join(Arrays.copyOfRange(bytes, last, bytes.length), Arrays.copyOf(bytes, last));
    }

    public static byte[] xor(byte[] left, byte[] right) {
        byte[] result = left.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= right[i];
        }
        return result;
    }

    /// Zeros up to the next whole block; none if already whole.
    public static byte[] padZeros(byte[] data, int block) {
        return Arrays.copyOf(data, (data.length + block - 1) / block * block);
    }

    /// ISO/IEC 9797-1 method 2: 80 and zeros, a whole block if already whole.
    public static byte[] pad80(byte[] data, int block) {
        byte[] padded = Arrays.copyOf(data, (data.length / block + 1) * block);
        padded[data.length] = (byte) 0x80;
        return padded;
    }

    /// DESFire's CRC32: polynomial EDB88320, preset FFFFFFFF, no final inversion; little-endian.
    public static byte[] crc32(byte[]... parts) {
        var crc = new CRC32();
        for (byte[] part : parts) {
            crc.update(part);
        }
        return littleEndian(~crc.getValue(), 4);
    }

    /// ISO/IEC 14443-3 CRC_A, preset 6363; little-endian.
    public static byte[] crc16(byte[] data) {
        int crc = CRC_A_PRESET;
        for (byte each : data) {
            int mixed = (each ^ crc) & 0xFF;
            mixed = (mixed ^ mixed << 4) & 0xFF;
            crc = crc >>> 8 ^ mixed << 8 ^ mixed << 3 ^ mixed >>> 4;
        }
        return littleEndian(crc & 0xFFFF, 2);
    }
}
