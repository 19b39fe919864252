package app.lodge.core.keys;

/// Where a master key lies.
sealed interface MasterPlace {

    /// CMAC-AES-256 under the key.
    byte[] cmac(byte[] message);

    /// The key itself; the caller wipes it.
    ///
    /// @throws IllegalStateException if it lies where nobody gets it out
    byte[] key();

    /// Forgets the key where it lies in this process's memory.
    default void wipe() {}

    /// In the vault's file, and so in memory while the vault is open.
    record InVault(HeldKey held) implements MasterPlace {
        @Override
        public byte[] cmac(byte[] message) {
            return held.with(key -> BlockCipher.aes(key).cmac(message));
        }

        @Override
        public byte[] key() {
            return held.copy();
        }

        @Override
        public void wipe() {
            held.wipe();
        }

        @Override
        public String toString() {
            return "InVault[***]";
        }
    }

    /// In a PKCS#11 token, sensitive and not extractable.
    ///
    /// @param name the key's label in the token
    record InToken(KeyToken token, String name) implements MasterPlace {
        @Override
        public byte[] cmac(byte[] message) {
            return token.cmac(name, message);
        }

        @Override
        public byte[] key() {
            throw new IllegalStateException("Key '%s' never leaves its token".formatted(name));
        }
    }
}
