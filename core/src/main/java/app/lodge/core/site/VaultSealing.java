package app.lodge.core.site;

import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KeyVault;

/// Seals under a key of the vault what the books keep for a while.
record VaultSealing(KeyVault vault) implements Sealing {
    @Override
    public byte[] seal(byte[] plain) {
        return vault.sealAnswer(plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return vault.openAnswer(sealed)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The key of an answer of %d bytes is destroyed"
                                        .formatted(sealed.length)));
    }
}
