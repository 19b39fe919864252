package app.lodge.core.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// People's records: AES-256-GCM under a key of the person's own, which is itself sealed under the
/// vault's wrapping key. Destroying the wrapped key erases the person.
final class RecordSeal {

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final byte[] KEY_LABEL = {'k'};
    private static final byte[] NO_PLACE = {'p'};

    private final SecretKeySpec wrapping;
    private final SecureRandom random = new SecureRandom();

    RecordSeal(byte[] wrappingKey) {
        this.wrapping = new SecretKeySpec(wrappingKey, "AES");
    }

    byte[] newKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        byte[] wrapped = seal(wrapping, KEY_LABEL, key);
        Arrays.fill(key, (byte) 0);
        return wrapped;
    }

    byte[] seal(byte[] wrappedKey, byte[] aad, byte[] plain) {
        return seal(unwrapped(wrappedKey), aad, plain);
    }

    byte[] open(byte[] wrappedKey, byte[] aad, byte[] sealed) {
        return open(unwrapped(wrappedKey), aad, sealed);
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

    private SecretKeySpec unwrapped(byte[] wrappedKey) {
        byte[] key = open(wrapping, KEY_LABEL, wrappedKey);
        var spec = new SecretKeySpec(key, "AES");
        Arrays.fill(key, (byte) 0);
        return spec;
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
