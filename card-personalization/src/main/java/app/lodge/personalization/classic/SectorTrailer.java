package app.lodge.personalization.classic;

import app.lodge.core.keys.Bytes;
import java.util.Arrays;

/// Keys and rights of a sector (MF1S50yyX_V1 §8.6.3). What is written here wrongly cannot be taken
/// back, so a trailer is only ever made from checked parts.
///
/// @param keyA six bytes; a card never shows it and reads as zeros
/// @param general the general purpose byte, 0 to 255 (AN10787 §3.1 in sectors 0 and 16)
/// @param keyB six bytes
public record SectorTrailer(byte[] keyA, AccessBits access, int general, byte[] keyB) {

    static final int KEY = 6;

    public SectorTrailer {
        keyA = key("A", keyA);
        keyB = key("B", keyB);
        if (general < 0 || general > 0xFF) {
            throw new IllegalArgumentException("General purpose byte %d".formatted(general));
        }
    }

    private static byte[] key(String name, byte[] bytes) {
        if (bytes.length != KEY) {
            throw new IllegalArgumentException(
                    "Key %s is six bytes, not %d".formatted(name, bytes.length));
        }
        return bytes.clone();
    }

    @Override
    public byte[] keyA() {
        return keyA.clone();
    }

    @Override
    public byte[] keyB() {
        return keyB.clone();
    }

    public byte[] encode() {
        return Bytes.join(keyA, access.encode(), Bytes.of(general), keyB);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SectorTrailer it && Arrays.equals(encode(), it.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /// Without the keys, for logs and messages.
    @Override
    public String toString() {
        return "SectorTrailer[access=%s, general=%02X]".formatted(access.conditions(), general);
    }
}
