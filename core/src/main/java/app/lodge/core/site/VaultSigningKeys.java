package app.lodge.core.site;

import app.lodge.core.journal.SigningKeys;
import app.lodge.core.keys.KeyVault;

/// Signs the journal's seals with keys that only the vault opens.
record VaultSigningKeys(KeyVault vault) implements SigningKeys {

    @Override
    public byte[] fresh() {
        return vault.signing().fresh();
    }

    @Override
    public byte[] publicKey(byte[] stored) {
        return vault.signing().publicKey(stored);
    }

    @Override
    public byte[] sign(byte[] stored, byte[] message) {
        return vault.signing().sign(stored, message);
    }
}
