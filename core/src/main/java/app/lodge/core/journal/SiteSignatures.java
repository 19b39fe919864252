package app.lodge.core.journal;

import app.lodge.core.books.Tx;

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

    /// Whether the key that is named made the signature; whether it is one of the site's is another
    /// question.
    boolean holds(byte[] message, Signed signed);
}
