package app.lodge.core.keys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES, DES or triple DES under one key, as smart cards use them: blocks, CBC without padding, and
/// CMAC (NIST SP 800-38B) that may start from a running value instead of zero. Not thread-safe.
///
/// A 16-byte DES key is two-key triple DES; with equal halves it is plain DES.
public final class BlockCipher {

    private static final int AES_BLOCK = 16;
    private static final int DES_BLOCK = 8;
    private static final int RB_AES = 0x87;
    private static final int RB_DES = 0x1B;

    private final Cipher encrypting;
    private final Cipher decrypting;
    private final SecretKeySpec key;
    private final int block;

    private BlockCipher(String algorithm, byte[] key, int block) {
        this.key = new SecretKeySpec(key, algorithm);
        this.block = block;
        try {
            encrypting = Cipher.getInstance(algorithm + "/CBC/NoPadding");
            decrypting = Cipher.getInstance(algorithm + "/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }

    /// @param key 16, 24 or 32 bytes
    public static BlockCipher aes(byte[] key) {
        return new BlockCipher("AES", key, AES_BLOCK);
    }

    /// @param key 8, 16 or 24 bytes; parity bits are ignored
    public static BlockCipher des(byte[] key) {
        byte[] three =
                switch (key.length) {
                    case 8 -> Bytes.join(key, key, key);
                    case 16 -> Bytes.join(key, Arrays.copyOf(key, 8));
                    case 24 -> key.clone();
                    default ->
                            throw new IllegalArgumentException(
                                    "A DES key has 8, 16 or 24 bytes, not " + key.length);
                };
        return new BlockCipher("DESede", three, DES_BLOCK);
    }

    /// @return 16 for AES, 8 for the DES family
    public int blockSize() {
        return block;
    }

    public byte[] encrypt(byte[] iv, byte[] plain) {
        return run(encrypting, Cipher.ENCRYPT_MODE, iv, plain);
    }

    public byte[] decrypt(byte[] iv, byte[] cryptogram) {
        return run(decrypting, Cipher.DECRYPT_MODE, iv, cryptogram);
    }

    /// CMAC over the whole message, full block length.
    public byte[] cmac(byte[] message) {
        return cmac(new byte[block], message, block);
    }

    /// CMAC that starts from `iv` in place of zeros, as DESFire EV1 chains it.
    public byte[] cmac(byte[] iv, byte[] message) {
        return cmac(iv, message, block);
    }

    /// CMAC whose message is padded to at least `padTo` bytes (AN10922 pads to two blocks always).
    byte[] cmac(byte[] iv, byte[] message, int padTo) {
        int wanted = Math.max(padTo, (message.length + block - 1) / block * block);
        byte[] padded = Arrays.copyOf(message, wanted);
        byte[] subkey = doubled(encrypt(new byte[block], new byte[block]));
        if (message.length < wanted) {
            padded[message.length] = (byte) 0x80;
            subkey = doubled(subkey);
        }
        for (int i = 0; i < block; i++) {
            padded[wanted - block + i] ^= subkey[i];
        }
        byte[] chain = encrypt(iv, padded);
        return Arrays.copyOfRange(chain, wanted - block, wanted);
    }

    private byte[] doubled(byte[] value) {
        byte[] twice = new byte[block];
        for (int i = 0; i < block; i++) {
            int next = i + 1 < block ? (value[i + 1] & 0xFF) >>> 7 : 0;
            twice[i] = (byte) ((value[i] & 0xFF) << 1 | next);
        }
        if ((value[0] & 0x80) != 0) {
            twice[block - 1] ^= (byte) (block == AES_BLOCK ? RB_AES : RB_DES);
        }
        return twice;
    }

    private byte[] run(Cipher cipher, int mode, byte[] iv, byte[] data) {
        if (data.length % block != 0) {
            throw new IllegalArgumentException(
                    "%d bytes are no whole number of %d-byte blocks".formatted(data.length, block));
        }
        try {
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cipher refused %d bytes".formatted(data.length), e);
        }
    }
}
