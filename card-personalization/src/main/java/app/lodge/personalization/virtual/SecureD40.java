package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import java.util.Arrays;

/// The first DESFire's messaging (command 0A): CBC from zero each time, the reader always
/// deciphering.
final class SecureD40 implements Messaging {

    private static final int BLOCK = 8;
    private static final int MAC_LENGTH = 4;

    private final BlockCipher cipher;

    SecureD40(byte[] sessionKey) {
        cipher = BlockCipher.des(sessionKey);
    }

    @Override
    public byte[] open(int ins, byte[] header, byte[] body, Protection protection, int length) {
        return switch (protection) {
            case PLAIN, MANAGED -> body;
            case MAC -> {
                byte[] data = Arrays.copyOf(body, Math.max(0, body.length - MAC_LENGTH));
                if (!Arrays.equals(Bytes.join(data, mac(data)), body)) {
                    throw new Refusal(Refusal.INTEGRITY);
                }
                yield data;
            }
            case FULL -> {
                byte[] plain = received(cipher, body);
                if (plain.length < length + 2) {
                    throw new Refusal(Refusal.LENGTH);
                }
                byte[] data = Arrays.copyOf(plain, length);
                if (!Arrays.equals(Bytes.crc16(data), Bytes.slice(plain, length, 2))) {
                    throw new Refusal(Refusal.INTEGRITY);
                }
                yield data;
            }
        };
    }

    /// What the reader sent in "deciphering" CBC.
    static byte[] received(BlockCipher cipher, byte[] sent) {
        if (sent.length % BLOCK != 0) {
            throw new Refusal(Refusal.LENGTH);
        }
        byte[] plain = new byte[sent.length];
        byte[] before = new byte[BLOCK];
        for (int at = 0; at < sent.length; at += BLOCK) {
            byte[] block = Bytes.slice(sent, at, BLOCK);
            byte[] opened = Bytes.xor(cipher.encrypt(new byte[BLOCK], block), before);
            System.arraycopy(opened, 0, plain, at, BLOCK);
            before = block;
        }
        return plain;
    }

    private byte[] mac(byte[] data) {
        byte[] padded = Bytes.padZeros(data, BLOCK);
        byte[] chain = cipher.encrypt(new byte[BLOCK], padded);
        return padded.length == 0
                ? new byte[MAC_LENGTH]
                : Bytes.slice(chain, chain.length - BLOCK, MAC_LENGTH);
    }

    @Override
    public byte[] seal(byte[] answer, Protection protection) {
        return switch (protection) {
            case PLAIN, MANAGED -> answer;
            case MAC -> Bytes.join(answer, mac(answer));
            case FULL ->
                    cipher.encrypt(
                            new byte[BLOCK],
                            Bytes.padZeros(Bytes.join(answer, Bytes.crc16(answer)), BLOCK));
        };
    }

    @Override
    public int wireLength(Protection protection, int length) {
        return switch (protection) {
            case PLAIN, MANAGED -> length;
            case MAC -> length + MAC_LENGTH;
            case FULL -> (length + 2 + BLOCK - 1) / BLOCK * BLOCK;
        };
    }

    @Override
    public byte[] openKey(byte[] header, byte[] body) {
        return received(cipher, body);
    }
}
