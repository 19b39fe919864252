package app.lodge.core.keys;

/// Card keys from purpose keys by NXP AN10922 (CHAIN-12): one key opens one card only.
public final class Diversification {

    /// Longest diversification input, bytes (AN10922 §2.2).
    public static final int MAXIMUM_INPUT = 31;

    private static final byte AES_128 = 0x01;
    private static final int TWO_BLOCKS = 32;

    private Diversification() {}

    /// AES-128 (AN10922 §2.2): CMAC over `01 || input`, always padded to two blocks.
    ///
    /// @param input 1 to 31 bytes
    public static byte[] aes128(byte[] key, byte[] input) {
        if (key.length != 16 || input.length < 1 || input.length > MAXIMUM_INPUT) {
            throw new IllegalArgumentException(
                    "Diversification needs a 16-byte key and 1 to 31 bytes of input, not %d and %d"
                            .formatted(key.length, input.length));
        }
        byte[] message = Bytes.join(Bytes.of(AES_128), input);
        return BlockCipher.aes(key).cmac(new byte[16], message, TWO_BLOCKS);
    }

    /// Check value of an AES key: first 5 bytes of CMAC over a zero block (as ANSI X9.24 does it),
    /// safe to show.
    public static byte[] checkValue(byte[] key) {
        return Bytes.slice(BlockCipher.aes(key).cmac(new byte[16]), 0, 5);
    }
}
