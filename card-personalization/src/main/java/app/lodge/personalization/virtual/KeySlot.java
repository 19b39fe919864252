package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// One key of the virtual card: AES-128, or DES in 16 bytes (equal halves are single DES).
final class KeySlot {

    static final int LENGTH = 16;

    private final boolean aes;
    private final byte[] value;
    private final int version;

    KeySlot(boolean aes, byte[] value, int version) {
        this.aes = aes;
        this.value = value.clone();
        this.version = version;
    }

    static KeySlot zero(boolean aes) {
        return new KeySlot(aes, new byte[LENGTH], 0);
    }

    boolean aes() {
        return aes;
    }

    byte[] value() {
        return value.clone();
    }

    /// A DES key's version stands in the parity bits of its first eight bytes.
    int version() {
        if (aes) {
            return version;
        }
        int parity = 0;
        for (int i = 0; i < 8; i++) {
            parity = parity << 1 | value[i] & 1;
        }
        return parity;
    }

    BlockCipher cipher() {
        return aes ? BlockCipher.aes(value) : BlockCipher.des(value);
    }

    /// Whether DES with this key is single DES: both halves equal but for parity.
    boolean singleDes() {
        byte[] bare = value.clone();
        for (int i = 0; i < bare.length; i++) {
            bare[i] &= (byte) 0xFE;
        }
        return Arrays.equals(bare, 0, 8, bare, 8, 16);
    }

    void save(DataOutputStream out) throws IOException {
        out.writeBoolean(aes);
        out.writeByte(version);
        out.write(value);
    }

    static KeySlot load(DataInputStream in) throws IOException {
        boolean aes = in.readBoolean();
        int version = in.readUnsignedByte();
        return new KeySlot(aes, in.readNBytes(LENGTH), version);
    }
}
