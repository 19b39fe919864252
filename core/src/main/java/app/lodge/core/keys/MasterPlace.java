package app.lodge.core.keys;

import java.util.Arrays;

/// Where a master key lies.
sealed interface MasterPlace {

    /// CMAC-AES-256 under the key.
    byte[] cmac(byte[] message);

    /// The key itself, not a copy.
    ///
    /// @throws IllegalStateException if it lies where nobody gets it out
    byte[] key();

    /// Forgets the key where it lies in this process's memory.
    default void wipe() {}

    /// In the vault's file, and so in memory while the vault is open.
    record InVault(byte[] key) implements MasterPlace {
        @Override
        public byte[] cmac(byte[] message) {
            return BlockCipher.aes(key).cmac(message);
        }

        @Override
        public void wipe() {
            Arrays.fill(key, (byte) 0);
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
