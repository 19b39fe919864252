package app.lodge.core.keys;

import app.lodge.core.media.Uid;

/// The card's side of EV2First, with a key that the test chooses.
public final class ProvingCard {

    private final BlockCipher key;
    private final byte[] rndB = new byte[16];

    private ProvingCard(byte[] key) {
        this.key = BlockCipher.aes(key);
        new java.util.Random(5).nextBytes(rndB);
    }

    public static ProvingCard of(KeyVault vault, String aid, int number, Uid uid) {
        return new ProvingCard(vault.cardKey(aid, number, 1, uid));
    }

    public static ProvingCard with(byte[] key) {
        return new ProvingCard(key);
    }

    public byte[] challenge() {
        return key.encrypt(new byte[16], rndB);
    }

    public byte[] answer(byte[] token) {
        byte[] plain = key.decrypt(new byte[16], token);
        byte[] rndA = Bytes.slice(plain, 0, 16);
        return key.encrypt(
                new byte[16], Bytes.join(new byte[4], Bytes.rotateLeft(rndA), new byte[12]));
    }
}
