package app.lodge.core.keys;

import app.lodge.core.media.Uid;
import java.io.ByteArrayOutputStream;

/// DESFire's Transaction MAC (MF2DLHx0 §10.3): what the card itself says about everything that one
/// transaction read and changed, under a key that no terminal has. Counters never repeat, so a card
/// that was rolled back or copied is found (CHAIN-14, CHAIN-15).
public final class TransactionMac {

    /// Bytes of the MAC.
    public static final int LENGTH = 8;

    /// Highest counter; a card that reached it makes no transactions any more.
    public static final long HIGHEST_COUNTER = 0xFFFF_FFFFL;

    private static final int BLOCK = 16;
    private static final int FOR_MAC = 0x5A;
    private static final int FOR_ENCRYPTION = 0xA5;

    private final BlockCipher mac;
    private final BlockCipher encryption;

    /// @param key 16 bytes
    /// @param counter of the transaction, as the card answers it, 1 to {@link #HIGHEST_COUNTER}
    /// @param uid seven bytes
    public TransactionMac(byte[] key, long counter, Uid uid) {
        if (counter < 1 || counter > HIGHEST_COUNTER) {
            throw new IllegalArgumentException("Transaction counter %d".formatted(counter));
        }
        mac = BlockCipher.aes(sessionKey(key, FOR_MAC, counter, uid));
        encryption = BlockCipher.aes(sessionKey(key, FOR_ENCRYPTION, counter, uid));
    }

    static byte[] macKey(byte[] key, long counter, Uid uid) {
        return sessionKey(key, FOR_MAC, counter, uid);
    }

    static byte[] encryptionKey(byte[] key, long counter, Uid uid) {
        return sessionKey(key, FOR_ENCRYPTION, counter, uid);
    }

    private static byte[] sessionKey(byte[] key, int label, long counter, Uid uid) {
        byte[] vector =
                Bytes.join(
                        Bytes.of(label, 0x00, 0x01, 0x00, 0x80),
                        Bytes.littleEndian(counter, 4),
                        uid.bytes());
        return BlockCipher.aes(key).cmac(vector);
    }

    /// @return eight bytes: every second one of the CMAC
    public byte[] value(Input input) {
        return valueOf(input.bytes());
    }

    byte[] valueOf(byte[] input) {
        byte[] whole = mac.cmac(input);
        byte[] cut = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            cut[i] = whole[2 * i + 1];
        }
        return cut;
    }

    /// The reader of the transaction before, as CommitReaderID answers it.
    ///
    /// @param reader 16 bytes
    public byte[] sealReader(byte[] reader) {
        return encryption.encrypt(new byte[BLOCK], reader);
    }

    /// @return 16 bytes
    public byte[] openReader(byte[] sealed) {
        return encryption.decrypt(new byte[BLOCK], sealed);
    }

    /// What a transaction did, in plain, in the order of its commands (MF2DLHx0 §10.3.2.3). Not
    /// thread-safe.
    public static final class Input {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /// Reading or writing of data or records.
        ///
        /// @param header file, offset and length, or file, record and count
        /// @param data as read or written
        public Input add(int instruction, byte[] header, byte[] data) {
            bytes.writeBytes(Bytes.padZeros(Bytes.join(Bytes.of(instruction), header), BLOCK));
            bytes.writeBytes(Bytes.padZeros(data, BLOCK));
            return this;
        }

        /// A value that was read or changed, a file that was cleared, a reader that named itself.
        ///
        /// @param parameters everything after the instruction
        public Input add(int instruction, byte[] parameters) {
            return add(instruction, parameters, new byte[0]);
        }

        public boolean isEmpty() {
            return bytes.size() == 0;
        }

        public byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
