package app.lodge.core.keyversions;

import app.lodge.core.keys.VaultException;

/// Reads the secret that opens the vault, when the vault is to be written. The caller wipes it.
public interface UnlockSecret {

    byte[] read() throws VaultException;
}
