package app.lodge.core.keys;

/// Why a vault does not open. The sentence for each stands in the texts under `vault.`.
public sealed interface VaultFault {

    record Missing(String file) implements VaultFault {}

    /// A vault is never written over.
    record AlreadyThere(String file) implements VaultFault {}

    record WrongSecret(String file) implements VaultFault {}

    /// The file is not whole: restore it from a backup.
    ///
    /// @param what which part is wrong
    record Damaged(String file, String what) implements VaultFault {}

    /// A keyring that another vault sealed.
    record Foreign(String file) implements VaultFault {}

    /// The operating system refuses.
    record Unreachable(String file, String why) implements VaultFault {}

    /// The PKCS#11 library cannot be loaded.
    record TokenLibrary(String file, String why) implements VaultFault {}

    /// No token of this label is plugged in, or it does not answer.
    record TokenMissing(String token) implements VaultFault {}

    record WrongPin(String token) implements VaultFault {}

    /// Too many wrong PINs: the token's security officer unlocks it.
    record PinLocked(String token) implements VaultFault {}

    /// The token takes no further key.
    record TokenFull(String token, String why) implements VaultFault {}

    /// The vault counts on a key that this token does not have: it is another token, or was cleared.
    record KeyMissing(String token, String key) implements VaultFault {}
}
