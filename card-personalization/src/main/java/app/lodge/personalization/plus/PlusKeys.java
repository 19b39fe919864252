package app.lodge.personalization.plus;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;

/// A MIFARE Plus session as arithmetic, the same on both sides (MF1PLUSx0y1 §8.6 and §8.7): session
/// keys, MACs, enciphered fields. Keeps no counters of its own. Not thread-safe.
public final class PlusKeys {

    /// Bytes of a MAC on the wire.
    public static final int MAC = 8;

    private static final int BLOCK = 16;

    private final BlockCipher encryption;
    private final BlockCipher mac;
    private final byte[] transaction;

    /// @param key the sector's or card's, 16 bytes
    /// @param transaction four bytes that the card chose
    public PlusKeys(byte[] key, byte[] rndA, byte[] rndB, byte[] transaction) {
        this.encryption = BlockCipher.aes(encryptionKey(key, rndA, rndB));
        this.mac = BlockCipher.aes(macKey(key, rndA, rndB));
        this.transaction = transaction.clone();
    }

    static byte[] encryptionKey(byte[] key, byte[] rndA, byte[] rndB) {
        return derived(key, rndA, rndB, 11, 4, 0x11);
    }

    static byte[] macKey(byte[] key, byte[] rndA, byte[] rndB) {
        return derived(key, rndA, rndB, 7, 0, 0x22);
    }

    private static byte[] derived(
            byte[] key, byte[] rndA, byte[] rndB, int tail, int head, int label) {
        byte[] input =
                Bytes.join(
                        Bytes.slice(rndA, tail, 5),
                        Bytes.slice(rndB, tail, 5),
                        Bytes.xor(Bytes.slice(rndA, head, 5), Bytes.slice(rndB, head, 5)),
                        Bytes.of(label));
        return BlockCipher.aes(key).encrypt(new byte[BLOCK], input);
    }

    /// @param first the command's code, or the answer's status
    /// @param counter of reads for commands that read, of writes for those that write
    public byte[] mac(int first, int counter, byte[]... parts) {
        byte[] whole =
                mac.cmac(
                        Bytes.join(
                                Bytes.of(first),
                                Bytes.littleEndian(counter, 2),
                                transaction,
                                Bytes.join(parts)));
        byte[] cut = new byte[MAC];
        for (int i = 0; i < MAC; i++) {
            cut[i] = whole[2 * i + 1];
        }
        return cut;
    }

    public byte[] sealCommand(int reads, int writes, byte[] plain) {
        return encryption.encrypt(commandIv(reads, writes), plain);
    }

    public byte[] openCommand(int reads, int writes, byte[] sealed) {
        return encryption.decrypt(commandIv(reads, writes), sealed);
    }

    public byte[] sealAnswer(int reads, int writes, byte[] plain) {
        return encryption.encrypt(answerIv(reads, writes), plain);
    }

    public byte[] openAnswer(int reads, int writes, byte[] sealed) {
        return encryption.decrypt(answerIv(reads, writes), sealed);
    }

    private byte[] commandIv(int reads, int writes) {
        byte[] counters = counters(reads, writes);
        return Bytes.join(transaction, counters, counters, counters);
    }

    private byte[] answerIv(int reads, int writes) {
        byte[] counters = counters(reads, writes);
        return Bytes.join(counters, counters, counters, transaction);
    }

    private static byte[] counters(int reads, int writes) {
        return Bytes.join(Bytes.littleEndian(reads, 2), Bytes.littleEndian(writes, 2));
    }
}
