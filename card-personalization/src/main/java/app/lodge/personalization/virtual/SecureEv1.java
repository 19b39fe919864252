package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import java.util.Arrays;

/// EV1 messaging (commands 1A and AA): one running IV through every command and answer.
final class SecureEv1 implements Messaging {

    private static final int MAC_LENGTH = 8;
    private static final int CRC_LENGTH = 4;

    private final BlockCipher cipher;
    private byte[] iv;

    SecureEv1(BlockCipher cipher) {
        this.cipher = cipher;
        this.iv = new byte[cipher.blockSize()];
    }

    @Override
    public byte[] open(int ins, byte[] header, byte[] body, Protection protection, int length) {
        return switch (protection) {
            case PLAIN, MANAGED -> {
                iv = cipher.cmac(iv, Bytes.join(Bytes.of(ins), header, body));
                yield body;
            }
            case MAC -> {
                byte[] data = Arrays.copyOf(body, Math.max(0, body.length - MAC_LENGTH));
                iv = cipher.cmac(iv, Bytes.join(Bytes.of(ins), header, data));
                byte[] mac = Arrays.copyOf(iv, MAC_LENGTH);
                if (!Arrays.equals(Bytes.join(data, mac), body)) {
                    throw new Refusal(Refusal.INTEGRITY);
                }
                yield data;
            }
            case FULL -> {
                byte[] plain = decipher(body);
                if (plain.length < length + CRC_LENGTH) {
                    throw new Refusal(Refusal.LENGTH);
                }
                byte[] data = Arrays.copyOf(plain, length);
                byte[] crc = Bytes.crc32(Bytes.of(ins), header, data);
                if (!Arrays.equals(crc, Bytes.slice(plain, length, CRC_LENGTH))) {
                    throw new Refusal(Refusal.INTEGRITY);
                }
                yield data;
            }
        };
    }

    private byte[] decipher(byte[] body) {
        int block = cipher.blockSize();
        if (body.length == 0 || body.length % block != 0) {
            throw new Refusal(Refusal.LENGTH);
        }
        byte[] plain = cipher.decrypt(iv, body);
        iv = Bytes.slice(body, body.length - block, block);
        return plain;
    }

    @Override
    public byte[] seal(byte[] answer, Protection protection) {
        if (protection == Protection.FULL && answer.length > 0) {
            byte[] crc = Bytes.crc32(answer, Bytes.of(0));
            int block = cipher.blockSize();
            byte[] sealed = cipher.encrypt(iv, Bytes.padZeros(Bytes.join(answer, crc), block));
            iv = Bytes.slice(sealed, sealed.length - block, block);
            return sealed;
        }
        iv = cipher.cmac(iv, Bytes.join(answer, Bytes.of(0)));
        return Bytes.join(answer, Arrays.copyOf(iv, MAC_LENGTH));
    }

    @Override
    public int wireLength(Protection protection, int length) {
        int block = cipher.blockSize();
        return switch (protection) {
            case PLAIN, MANAGED -> length;
            case MAC -> length + MAC_LENGTH;
            case FULL -> (length + CRC_LENGTH + block - 1) / block * block;
        };
    }

    @Override
    public byte[] openKey(byte[] header, byte[] body) {
        return decipher(body);
    }
}
