package app.lodge.core.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What seals sign, byte by byte (`docs/journal-format.md`). Integers are big-endian, texts UTF-8 behind
/// their length in four bytes.
final class SealForm {

    static final byte[] NO_SEAL = new byte[32];

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int SEAL_PREFIX = 0x03;
    private static final int END_PREFIX = 0x04;
    private static final int FORMAT = 1;
    private static final int FINGERPRINT_BYTES = 16;

    /// An Ed25519 public key as `SubjectPublicKeyInfo` (RFC 8410 §4), up to the key itself.
    private static final byte[] SPKI = HEX.parseHex("302A300506032B6570032100");

    private SealForm() {}

    /// @param newKey takes over after this seal, or null
    static byte[] message(
            String site,
            long number,
            long firstRow,
            long lastRow,
            byte[] root,
            byte[] previous,
            Instant at,
            byte[] key,
            byte @Nullable [] newKey) {
        try {
            var bytes = new ByteArrayOutputStream(256);
            var out = new DataOutputStream(bytes);
            begin(out, SEAL_PREFIX, site);
            out.writeLong(number);
            out.writeLong(firstRow);
            out.writeLong(lastRow);
            out.write(root);
            out.write(previous);
            out.writeLong(micros(at));
            out.write(key);
            out.writeInt(newKey == null ? 0 : newKey.length);
            if (newKey != null) {
                out.write(newKey);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the last line of an export signs.
    static byte[] end(String site, long rows, long seals, byte[] lastSeal, Instant at, byte[] key) {
        try {
            var bytes = new ByteArrayOutputStream(160);
            var out = new DataOutputStream(bytes);
            begin(out, END_PREFIX, site);
            out.writeLong(rows);
            out.writeLong(seals);
            out.write(lastSeal);
            out.writeLong(micros(at));
            out.write(key);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(DataOutputStream out, int prefix, String site) throws IOException {
        out.writeByte(prefix);
        out.writeByte(FORMAT);
        var utf8 = site.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static byte[] hash(byte[] message) {
        return MerkleTree.sha256().digest(message);
    }

    static boolean signedBy(byte[] key, byte[] message, byte[] signature) {
        try {
            var spki = Arrays.copyOf(SPKI, SPKI.length + key.length);
            System.arraycopy(key, 0, spki, SPKI.length, key.length);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a key that is no point, a signature that is none
        }
    }

    /// The first half of the public key's SHA-256, 32 hexadecimal digits.
    static String fingerprint(byte[] key) {
        return HEX.formatHex(hash(key), 0, FINGERPRINT_BYTES);
    }

    static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }
}
