package app.lodge.core.keys;

/// Where a site names no PKCS#11 token: a vault that keeps its master key in one opens all the same, but
/// computes no card keys.
final class NoToken implements KeyToken {

    @Override
    public byte[] cmac(String name, byte[] message) {
        throw missing(name);
    }

    @Override
    public boolean holds(String name) {
        return false;
    }

    @Override
    public void keep(String name, byte[] key) {
        throw missing(name);
    }

    @Override
    public void generate(String name) {
        throw missing(name);
    }

    @Override
    public void remove(String name) {
        throw missing(name);
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                "Key '%s' lies in a token, and lodge.properties names none".formatted(name));
    }
}
