package app.lodge.core.keys;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The vault's file: AES-256-GCM under Argon2id. Numbers big-endian:
///
/// | bytes | what |
/// |---|---|
/// | 8 | `LODGEKV1` |
/// | 4, 4, 1 | Argon2id v1.3: KiB, passes, lanes |
/// | 16 | salt |
/// | 12 | nonce |
/// | 1, n | site id's length and ASCII letters |
/// | 2, m | cryptogram's length and bytes, 16-byte tag last; all before it is the tag's AAD |
/// | 32 | SHA-256 of all before: tells a damaged file from a wrong secret |
final class VaultFile {

    private static final byte[] MAGIC = "LODGEKV1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int DIGEST = 32;
    private static final int LARGEST = 65_536;

    private static final KeyToken NO_TOKEN = new NoToken();

    private final Path path;

    VaultFile(Path path) {
        this.path = path;
    }

    record Sealed(String siteId, VaultContents contents) {}

    void write(String siteId, VaultContents contents, byte[] secret, KdfCost cost)
            throws VaultException {
        var random = new SecureRandom();
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        byte[] site = siteId.getBytes(StandardCharsets.US_ASCII);
        byte[] header =
                ByteBuffer.allocate(MAGIC.length + 9 + SALT + NONCE + 1 + site.length)
                        .put(MAGIC)
                        .putInt(cost.memoryKibibytes())
                        .putInt(cost.passes())
                        .put((byte) cost.lanes())
                        .put(salt)
                        .put(nonce)
                        .put((byte) site.length)
                        .put(site)
                        .array();
        byte[] plain = contents.encode();
        byte[] sealed;
        try {
            sealed = gcm(Cipher.ENCRYPT_MODE, cost, secret, salt, nonce, header, plain);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("Enciphering found a bad tag", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
        byte[] body = Bytes.join(header, Bytes.of(sealed.length >> 8, sealed.length), sealed);
        try {
            new ReplacedFile(path).write(Bytes.join(body, sha256(body)));
        } catch (IOException e) {
            throw new VaultException(
                    new VaultFault.Unreachable(path.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /// Writes other contents under the secret that opens the file now, at the same cost.
    void rewrite(String siteId, VaultContents contents, byte[] secret) throws VaultException {
        byte[] file = load();
        var now = read(secret, NO_TOKEN);
        now.contents().wipe();
        var in = ByteBuffer.wrap(file).position(MAGIC.length);
        write(siteId, contents, secret, new KdfCost(in.getInt(), in.getInt(), in.get()));
    }

    Sealed read(byte[] secret, KeyToken token) throws VaultException {
        byte[] file = load();
        if (file.length < MAGIC.length + DIGEST
                || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
            throw damaged("beginning");
        }
        byte[] body = Arrays.copyOf(file, file.length - DIGEST);
        if (!MessageDigest.isEqual(sha256(body), Bytes.slice(file, body.length, DIGEST))) {
            throw damaged("checksum");
        }
        try {
            return unseal(body, secret, token);
        } catch (AEADBadTagException e) {
            throw new VaultException(new VaultFault.WrongSecret(path.toString()), e);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new VaultException(
                    new VaultFault.Damaged(path.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private Sealed unseal(byte[] body, byte[] secret, KeyToken token) throws AEADBadTagException {
        var in = ByteBuffer.wrap(body).position(MAGIC.length);
        var cost = new KdfCost(in.getInt(), in.getInt(), in.get());
        byte[] salt = take(in, SALT);
        byte[] nonce = take(in, NONCE);
        byte[] site = take(in, in.get() & 0xFF);
        byte[] header = Arrays.copyOf(body, in.position());
        byte[] sealed = take(in, in.getShort() & 0xFFFF);
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes too many");
        }
        byte[] plain = gcm(Cipher.DECRYPT_MODE, cost, secret, salt, nonce, header, sealed);
        try {
            var siteId = new String(site, StandardCharsets.US_ASCII);
            return new Sealed(siteId, VaultContents.decode(plain, siteId, token));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] load() throws VaultException {
        try {
            if (Files.size(path) > LARGEST) {
                throw damaged("length");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new VaultException(new VaultFault.Missing(path.toString()), e);
        } catch (IOException e) {
            throw new VaultException(
                    new VaultFault.Unreachable(path.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static byte[] gcm(
            int mode,
            KdfCost cost,
            byte[] secret,
            byte[] salt,
            byte[] nonce,
            byte[] header,
            byte[] data)
            throws AEADBadTagException {
        byte[] key = cost.derive(secret, salt, VaultContents.KEY_LENGTH);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            return cipher.doFinal(data);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private VaultException damaged(String what) {
        return new VaultException(new VaultFault.Damaged(path.toString(), what));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
