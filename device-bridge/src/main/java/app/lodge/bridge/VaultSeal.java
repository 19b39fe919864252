package app.lodge.bridge;

import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KeyVault;

/// Seals the authority's key under a key of the vault.
record VaultSeal(KeyVault vault) implements Sealing {
    @Override
    public byte[] seal(byte[] plain) {
        return vault.sealAs("field-authority", plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return vault.openAs("field-authority", sealed);
    }
}
