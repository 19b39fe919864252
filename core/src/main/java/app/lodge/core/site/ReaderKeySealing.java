package app.lodge.core.site;

import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KeyVault;

/// Seals the keys of door readers under a key of the vault.
record ReaderKeySealing(KeyVault vault) implements Sealing {

    private static final String PURPOSE = "door-reader-keys";

    @Override
    public byte[] seal(byte[] plain) {
        return vault.sealAs(PURPOSE, plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return vault.openAs(PURPOSE, sealed);
    }
}
