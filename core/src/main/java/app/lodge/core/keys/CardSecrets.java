package app.lodge.core.keys;

/// Where {@link VaultCardKeys} takes its master keys from: the vault, or a rehearsal.
interface CardSecrets {

    /// The generation that a version of card keys grows from.
    CardMaster master(int version);
}
