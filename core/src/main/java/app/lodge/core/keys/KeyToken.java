package app.lodge.core.keys;

/// A PKCS#11 token that keeps master keys and computes with them. See {@link Pkcs11Token}.
interface KeyToken extends AutoCloseable {

    /// CMAC-AES under one of its keys.
    ///
    /// @throws TokenUnavailable if the token is gone or refuses
    byte[] cmac(String name, byte[] message);

    boolean holds(String name);

    /// Takes a key in, sensitive and not extractable. The caller wipes the bytes.
    void keep(String name, byte[] key) throws VaultException;

    /// Makes a key inside the token that never was outside.
    void generate(String name) throws VaultException;

    /// Destroys a key that no vault counts on.
    void remove(String name);

    /// Logs out.
    @Override
    void close();
}
