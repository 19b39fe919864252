package app.lodge.core.journal;

import app.lodge.core.books.Tx;
import org.jooq.DSLContext;

/// Signatures of the site over documents other than the journal's seals, with the same Ed25519 key
/// (RFC 8032), which the journal shows with its fingerprint when it is made and replaced.
public interface SiteSignatures {

    static SiteSignatures with(SigningKeys signing) {
        return new SiteSignatureStore(signing);
    }

    /// @param key 32 bytes
    /// @param signature 64 bytes
    record Signed(byte[] key, byte[] signature) {}

    /// Signs with the present key, which is made if there is none yet.
    Signed sign(Tx tx, byte[] message);

    /// Whether the signature is one of this site's keys, the present one or one before it.
    boolean holds(DSLContext sql, byte[] message, Signed signed);
}
