package app.lodge.core.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One seal of the journal: a signed Merkle root (RFC 6962 §2.1) over the hashes of the rows since the
/// seal before. Bytes are upper-case hexadecimal.
///
/// @param number counts from 1
/// @param previous the hash of the seal before; zeros for the first
/// @param key Ed25519 public key that signed
/// @param newKey takes over after this seal, and signed it too; else null
public record Seal(
        long number,
        long firstRow,
        long lastRow,
        String root,
        String previous,
        Instant at,
        String key,
        @Nullable String newKey,
        String hash,
        String signature,
        @Nullable String newSignature) {

    public long rows() {
        return lastRow - firstRow + 1;
    }

    /// What people compare: 32 digits in groups of four.
    public String fingerprint() {
        return grouped(SealForm.fingerprint(SealForm.bytes(key)));
    }

    /// Who signs after this seal.
    String keyAfterwards() {
        return newKey == null ? key : newKey;
    }

    byte[] message(String site) {
        return SealForm.message(
                site,
                number,
                firstRow,
                lastRow,
                SealForm.bytes(root),
                SealForm.bytes(previous),
                at,
                SealForm.bytes(key),
                newKey == null ? null : SealForm.bytes(newKey));
    }

    static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
