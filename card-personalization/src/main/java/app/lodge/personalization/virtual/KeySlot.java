package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// One key of the virtual card.
final class KeySlot {

    /// What a key enciphers with; the bits say so in key settings and in ChangeKey's key number
    /// (MF3ICDx21_41_81 §9.3.3).
    enum Kind {
        /// In 16 bytes; equal halves are single DES.
        DES(16, 0x00),
        AES(16, 0x80),
        /// Triple DES with three keys.
        THREE_KEY_DES(24, 0x40);

        private final int length;
        private final int bits;

        Kind(int length, int bits) {
            this.length = length;
            this.bits = bits;
        }

        /// Bytes of a key.
        int length() {
            return length;
        }

        int bits() {
            return bits;
        }

        static Kind of(int settings) {
            for (Kind kind : values()) {
                if (kind.bits == (settings & 0xC0)) {
                    return kind;
                }
            }
            throw new Refusal(Refusal.PARAMETER);
        }
    }

    private final Kind kind;
    private final byte[] value;
    private final int version;

    KeySlot(Kind kind, byte[] value, int version) {
        this.kind = kind;
        this.value = value.clone();
        this.version = version;
    }

    static KeySlot zero(Kind kind) {
        return new KeySlot(kind, new byte[kind.length()], 0);
    }

    Kind kind() {
        return kind;
    }

    boolean aes() {
        return kind == Kind.AES;
    }

    /// Bytes of a challenge: a block, but two for three keys.
    int challenge() {
        return kind == Kind.DES ? 8 : 16;
    }

    byte[] value() {
        return value.clone();
    }

    /// A DES key's version stands in the parity bits of its first eight bytes.
    int version() {
        if (aes()) {
            return version;
        }
        int parity = 0;
        for (int i = 0; i < 8; i++) {
            parity = parity << 1 | value[i] & 1;
        }
        return parity;
    }

    BlockCipher cipher() {
        return aes() ? BlockCipher.aes(value) : BlockCipher.des(value);
    }

    /// Whether DES with this key is single DES: both halves equal but for parity.
    boolean singleDes() {
        if (kind != Kind.DES) {
            return false;
        }
        byte[] bare = value.clone();
        for (int i = 0; i < bare.length; i++) {
            bare[i] &= (byte) 0xFE;
        }
        return Arrays.equals(bare, 0, 8, bare, 8, 16);
    }

    void save(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeByte(version);
        out.write(value);
    }

    static KeySlot load(DataInputStream in) throws IOException {
        Kind kind = Kind.values()[in.readUnsignedByte()];
        int version = in.readUnsignedByte();
        return new KeySlot(kind, in.readNBytes(kind.length()), version);
    }
}
