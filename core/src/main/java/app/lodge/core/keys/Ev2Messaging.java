package app.lodge.core.keys;

import java.util.Arrays;

/// One session's EV2 secure messaging as arithmetic: MACs and enciphered fields for a given command
/// counter; keeps no counter of its own (AN12343 §7, AN12196 §5). Used by the vault, the encoder and
/// the virtual card. Not thread-safe.
public final class Ev2Messaging {

    /// Bytes of a MAC on the wire.
    public static final int MAC_LENGTH = 8;

    private static final int BLOCK = 16;

    private final BlockCipher encryption;
    private final BlockCipher mac;
    private final byte[] transaction;

    /// @param transaction the session's transaction identifier, 4 bytes
    public Ev2Messaging(byte[] encryptionKey, byte[] macKey, byte[] transaction) {
        this.encryption = BlockCipher.aes(encryptionKey);
        this.mac = BlockCipher.aes(macKey);
        this.transaction = transaction.clone();
    }

    /// @param first the command's code, or the answer's status
    /// @param counter before the command for commands, after it for answers
    public byte[] mac(int first, int counter, byte[]... parts) {
        byte[] message =
                Bytes.join(
                        Bytes.of(first),
                        Bytes.littleEndian(counter, 2),
                        transaction,
                        Bytes.join(parts));
        byte[] full = mac.cmac(message);
        byte[] odd = new byte[MAC_LENGTH];
        for (int i = 0; i < MAC_LENGTH; i++) {
            odd[i] = full[2 * i + 1];
        }
        return odd;
    }

    public byte[] encryptCommand(int counter, byte[] data) {
        return encryption.encrypt(iv(0xA5, 0x5A, counter), Bytes.pad80(data, BLOCK));
    }

    public byte[] decryptCommand(int counter, byte[] cryptogram) {
        return unpad(encryption.decrypt(iv(0xA5, 0x5A, counter), cryptogram));
    }

    public byte[] encryptAnswer(int counter, byte[] data) {
        return encryption.encrypt(iv(0x5A, 0xA5, counter), Bytes.pad80(data, BLOCK));
    }

    public byte[] decryptAnswer(int counter, byte[] cryptogram) {
        return unpad(encryption.decrypt(iv(0x5A, 0xA5, counter), cryptogram));
    }

    private byte[] iv(int first, int second, int counter) {
        byte[] plain =
                Arrays.copyOf(
                        Bytes.join(
                                Bytes.of(first, second),
                                transaction,
                                Bytes.littleEndian(counter, 2)),
                        BLOCK);
        return encryption.encrypt(new byte[BLOCK], plain);
    }

    private static byte[] unpad(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != (byte) 0x80) {
            throw new IllegalArgumentException("Enciphered field of an EV2 message is not padded");
        }
        return Arrays.copyOf(padded, end);
    }
}
