package app.lodge.core.journal;

/// Ed25519 keys (RFC 8032) that sign the journal's seals; the vault provides them. What is stored of a
/// key is useless without the vault.
public interface SigningKeys {

    /// @return what to store of a new key
    byte[] fresh();

    /// @return 32 bytes
    byte[] publicKey(byte[] stored);

    /// @return 64 bytes
    byte[] sign(byte[] stored, byte[] message);
}
