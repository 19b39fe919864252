package app.lodge.core.site;

import app.lodge.core.books.Sealing;
import app.lodge.core.keys.KeyVault;

/// Seals the password of the mail server and the secret of the webhook under a key of the vault.
record OutletSealing(KeyVault vault) implements Sealing {

    private static final String PURPOSE = "watch-outlets";

    @Override
    public byte[] seal(byte[] plain) {
        return vault.sealAs(PURPOSE, plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return vault.openAs(PURPOSE, sealed);
    }
}
