package app.lodge.core.books;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES-XTS (IEEE 1619-2007) over blocks of 4 KiB, by the processor's own AES where there is one.
///
/// As H2 has it, one key serves both for the content and for the number of the block (the standard's Key1 and Key2).
/// For any number of threads at a time.
final class Xts {

    static final int BLOCK = 4096;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// x^128 = x^7 + x^2 + x + 1
    private static final int FEEDBACK = 0x87;

    private final SecretKeySpec key;
    private final Queue<Aes> idle = new ConcurrentLinkedQueue<>();

    /// @param key 16, 24 or 32 bytes
    Xts(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// Enciphers a block where it is.
    void encipher(long number, byte[] data, int offset) {
        var aes = borrowed();
        aes.run(aes.enciphering, number, data, offset);
        idle.add(aes);
    }

    /// Deciphers a block where it is.
    void decipher(long number, byte[] data, int offset) {
        var aes = borrowed();
        aes.run(aes.deciphering, number, data, offset);
        idle.add(aes);
    }

    private Aes borrowed() {
        var aes = idle.poll();
        return aes == null ? new Aes(key) : aes;
    }

    /// For one thread at a time.
    private static final class Aes {

        private final Cipher enciphering;
        private final Cipher deciphering;
        private final byte[] tweaks = new byte[BLOCK];

        Aes(SecretKeySpec key) {
            try {
                enciphering = Cipher.getInstance("AES/ECB/NoPadding");
                enciphering.init(Cipher.ENCRYPT_MODE, key);
                deciphering = Cipher.getInstance("AES/ECB/NoPadding");
                deciphering.init(Cipher.DECRYPT_MODE, key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java cannot encipher with AES", e);
            }
        }

        void run(Cipher cipher, long number, byte[] data, int offset) {
            try {
                tweak(number);
                mix(data, offset);
                cipher.doFinal(data, offset, BLOCK, data, offset);
                mix(data, offset);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java cannot encipher with AES", e);
            }
        }

        private void tweak(long number) throws GeneralSecurityException {
            LONGS.set(tweaks, 0, number);
            LONGS.set(tweaks, 8, 0L);
            enciphering.doFinal(tweaks, 0, 16, tweaks, 0);
            var low = (long) LONGS.get(tweaks, 0);
            var high = (long) LONGS.get(tweaks, 8);
            for (var at = 16; at < BLOCK; at += 16) {
                var carry = high >>> 63;
                high = high << 1 | low >>> 63;
                low = low << 1 ^ carry * FEEDBACK;
                LONGS.set(tweaks, at, low);
                LONGS.set(tweaks, at + 8, high);
            }
        }

        private void mix(byte[] data, int offset) {
            for (var at = 0; at < BLOCK; at += 8) {
                LONGS.set(
                        data,
                        offset + at,
                        (long) LONGS.get(data, offset + at) ^ (long) LONGS.get(tweaks, at));
            }
        }
    }
}
