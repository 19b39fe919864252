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
}
