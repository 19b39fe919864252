package app.lodge.core.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Bytes for one reader: a fresh P-256 key agrees with the reader's, HKDF-SHA-256 makes the key of
/// AES-256-GCM. Layout: length of the fresh public key (2 bytes, big-endian), that key (X.509), the
/// cryptogram with its tag. The key serves once, so the nonce is zero.
final class SealedBox {

    private static final int TAG_BITS = 128;

    private SealedBox() {}

    static byte[] seal(PublicKey reader, byte[] content) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var fresh = generator.generateKeyPair();
            byte[] point = fresh.getPublic().getEncoded();
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, fresh.getPrivate(), reader, point).doFinal(content);
            return ByteBuffer.allocate(2 + point.length + sealed.length)
                    .putShort((short) point.length)
                    .put(point)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Nothing can be sealed to this key", e);
        }
    }

    /// @throws IllegalArgumentException if it was sealed to somebody else, or changed
    static byte[] open(PrivateKey own, byte[] box) {
        try {
            var in = ByteBuffer.wrap(box);
            byte[] point = new byte[in.getShort() & 0xFFFF];
            in.get(point);
            byte[] sealed = new byte[in.remaining()];
            in.get(sealed);
            var fresh = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(point));
            return cipher(Cipher.DECRYPT_MODE, own, fresh, point).doFinal(sealed);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new IllegalArgumentException("This was not sealed to the key given", e);
        }
    }

    private static Cipher cipher(int mode, PrivateKey own, PublicKey other, byte[] point)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] agreed = agreement.generateSecret();
        byte[] key =
                KDF.getInstance("HKDF-SHA256")
                        .deriveData(
                                HKDFParameterSpec.ofExtract()
                                        .addIKM(agreed)
                                        .addSalt(point)
                                        .thenExpand("lodge/terminal-keys".getBytes(), 32));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, new byte[12]));
        Arrays.fill(agreed, (byte) 0);
        Arrays.fill(key, (byte) 0);
        return cipher;
    }
}
