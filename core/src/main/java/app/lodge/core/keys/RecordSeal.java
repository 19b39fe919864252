package app.lodge.core.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// People's records: AES-256-GCM under a key of the person's own.
///
/// A person's key is HMAC-SHA-256 of a stored random seed under the person's leaf of the keyring, so
/// that neither alone says anything, and destroying the leaf erases the person wherever an old copy of
/// the seed may lie. Cheaper than unwrapping an enciphered key, and every record of every person is
/// opened at start-up.
final class RecordSeal {

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int SEED = 32;
    private static final byte[] NO_PLACE = {'p'};

    private final SecureRandom random = new SecureRandom();

    byte[] newKey() {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return seed;
    }

    /// @param leaf the person's, wiped here
    byte[] seal(byte[] leaf, byte[] storedKey, byte[] aad, byte[] plain) {
        return seal(personKey(leaf, storedKey), aad, plain);
    }

    /// @param leaf the person's, wiped here
    byte[] open(byte[] leaf, byte[] storedKey, byte[] aad, byte[] sealed) {
        return open(personKey(leaf, storedKey), aad, sealed);
    }

    /// @param key 32 bytes, wiped here
    byte[] sealUnder(byte[] key, byte[] plain) {
        var spec = new SecretKeySpec(key, "AES");
        Arrays.fill(key, (byte) 0);
        return seal(spec, NO_PLACE, plain);
    }

    /// @param key 32 bytes, wiped here
    byte[] openUnder(byte[] key, byte[] sealed) {
        var spec = new SecretKeySpec(key, "AES");
        Arrays.fill(key, (byte) 0);
        return open(spec, NO_PLACE, sealed);
    }

    private static SecretKeySpec personKey(byte[] leaf, byte[] seed) {
        if (seed.length != SEED) {
            throw new IllegalStateException(
                    "A person's stored key has %d bytes instead of %d"
                            .formatted(seed.length, SEED));
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(leaf, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(seed), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        } finally {
            Arrays.fill(leaf, (byte) 0);
        }
    }

    private byte[] seal(SecretKeySpec key, byte[] aad, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(aad);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealing a record of %d bytes".formatted(plain.length), e);
        }
    }

    private static byte[] open(SecretKeySpec key, byte[] aad, byte[] sealed) {
        if (sealed.length < NONCE + TAG) {
            throw new IllegalStateException(
                    "A sealed record has %d bytes, too few".formatted(sealed.length));
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, sealed, 0, NONCE));
            cipher.updateAAD(aad);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A sealed record of %d bytes was altered, or belongs elsewhere"
                            .formatted(sealed.length),
                    e);
        }
    }
}
