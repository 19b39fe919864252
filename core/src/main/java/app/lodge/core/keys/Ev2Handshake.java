package app.lodge.core.keys;

import java.util.Arrays;

/// Session keys and messages of DESFire's EV2First and EV2NonFirst authentication (AN12343 §6,
/// AN12196 §5.6), the same on both sides of the wire.
public final class Ev2Handshake {

    private static final byte[] NO_IV = new byte[16];

    private Ev2Handshake() {}

    /// The reader's answer to the card's challenge.
    public static byte[] token(BlockCipher key, byte[] rndA, byte[] rndB) {
        return key.encrypt(NO_IV, Bytes.join(rndA, Bytes.rotateLeft(rndB)));
    }

    public static byte[] encryptionKey(BlockCipher key, byte[] rndA, byte[] rndB) {
        return key.cmac(vector(0xA5, 0x5A, rndA, rndB));
    }

    public static byte[] macKey(BlockCipher key, byte[] rndA, byte[] rndB) {
        return key.cmac(vector(0x5A, 0xA5, rndA, rndB));
    }

    private static byte[] vector(int first, int second, byte[] rndA, byte[] rndB) {
        return Bytes.join(
                Bytes.of(first, second, 0x00, 0x01, 0x00, 0x80),
                Arrays.copyOf(rndA, 2),
                Bytes.xor(Bytes.slice(rndA, 2, 6), Bytes.slice(rndB, 0, 6)),
                Bytes.slice(rndB, 6, 10),
                Bytes.slice(rndA, 8, 8));
    }
}
