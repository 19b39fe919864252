package app.lodge.core.keys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A secret that a password opens: AES-256-GCM under Argon2id. Numbers big-endian: 4 KiB, 4 passes,
/// 1 lanes, 16 salt, 12 nonce, then the cryptogram with its 16-byte tag; all before it and whose it is are
/// the tag's AAD.
public final class PasswordSeal {

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private PasswordSeal() {}

    /// @param secret and `password` are wiped by the caller
    /// @param owner the name that goes with the password
    public static byte[] seal(byte[] secret, char[] password, String owner, KdfCost cost) {
        var random = new SecureRandom();
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        byte[] header =
                ByteBuffer.allocate(9 + SALT + NONCE)
                        .putInt(cost.memoryKibibytes())
                        .putInt(cost.passes())
                        .put((byte) cost.lanes())
                        .put(salt)
                        .put(nonce)
                        .array();
        try {
            return Bytes.join(header, gcm(Cipher.ENCRYPT_MODE, password, owner, header, secret));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("Enciphering found a bad tag", e);
        }
    }

    /// Empty if the password is another, or the bytes were changed; the caller wipes what it gets.
    public static Optional<byte[]> open(byte[] sealed, char[] password, String owner) {
        if (sealed.length < 9 + SALT + NONCE) {
            return Optional.empty();
        }
        byte[] header = Arrays.copyOf(sealed, 9 + SALT + NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, header.length, sealed.length);
        try {
            return Optional.of(gcm(Cipher.DECRYPT_MODE, password, owner, header, rest));
        } catch (AEADBadTagException | BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] gcm(int mode, char[] password, String owner, byte[] header, byte[] data)
            throws AEADBadTagException {
        var in = ByteBuffer.wrap(header);
        var cost = new KdfCost(in.getInt(), in.getInt(), in.get());
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        in.get(salt).get(nonce);
        byte[] typed = PasswordHash.utf8(password);
        byte[] key = cost.derive(typed, salt, KEY);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        } finally {
            Arrays.fill(typed, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }
}
