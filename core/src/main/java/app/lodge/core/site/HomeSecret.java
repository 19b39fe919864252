package app.lodge.core.site;

import app.lodge.core.keys.VaultException;
import app.lodge.core.keys.VaultFault;
import app.lodge.core.keyversions.UnlockSecret;

/// The unlock secret as it lies in the home, or where `LODGE_UNLOCK_FILE` says.
record HomeSecret(Home home) implements UnlockSecret {

    @Override
    public byte[] read() throws VaultException {
        try {
            return home.readSecret();
        } catch (SiteException e) {
            throw VaultException.of(
                    new VaultFault.Unreachable(home.unlockSecret().toString(), "unreadable"), e);
        }
    }
}
