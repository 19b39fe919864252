package app.lodge.personalization.virtual;

import app.lodge.core.keys.BlockCipher;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.Ev2Handshake;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The card's side of every authentication: 0A (D40), 1A and AA (EV1), 71 and 77 (EV2).
final class CardAuthentication {

    static final int D40 = 0x0A;
    static final int ISO = 0x1A;
    static final int AES = 0xAA;
    static final int EV2_FIRST = 0x71;
    static final int EV2_NON_FIRST = 0x77;

    private static final byte[] CAPABILITIES = new byte[12];

    private final CardContext card;
    private final Random random;
    private @Nullable Attempt attempt;

    CardAuthentication(CardContext card, Random random) {
        this.card = card;
        this.random = random;
    }

    /// @param challenge as enciphered
    /// @param before the EV2 session that a NonFirst goes on with
    private record Attempt(
            int ins,
            int number,
            KeySlot slot,
            byte[] rndB,
            byte[] challenge,
            @Nullable SecureEv2 before) {}

    boolean underWay() {
        return attempt != null;
    }

    void forget() {
        attempt = null;
    }

    byte[] begin(int ins, int keyNumber) {
        KeySlot slot = card.selected.key(keyNumber);
        SecureEv2 before = card.session instanceof SecureEv2 ev2 ? ev2 : null;
        card.endSession();
        boolean fits =
                switch (slot.kind()) {
                    case DES -> ins == D40 || ins == ISO;
                    case THREE_KEY_DES -> ins == ISO;
                    case AES -> ins != D40 && ins != ISO;
                };
        if (!fits || ins == EV2_NON_FIRST && before == null) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
        BlockCipher cipher = slot.cipher();
        byte[] rndB = new byte[slot.challenge()];
        random.nextBytes(rndB);
        byte[] challenge = cipher.encrypt(new byte[cipher.blockSize()], rndB);
        attempt =
                new Attempt(
                        ins,
                        keyNumber,
                        slot,
                        rndB,
                        challenge,
                        ins == EV2_NON_FIRST ? before : null);
        return challenge;
    }

    byte[] finish(byte[] token) {
        Attempt now = attempt;
        attempt = null;
        if (now == null) {
            throw new Refusal(Refusal.ILLEGAL_COMMAND);
        }
        int size = now.rndB().length;
        if (token.length != 2 * size) {
            throw new Refusal(Refusal.LENGTH);
        }
        BlockCipher cipher = now.slot().cipher();
        int block = cipher.blockSize();
        byte[] zero = new byte[block];
        byte[] plain =
                switch (now.ins()) {
                    case D40 -> SecureD40.received(cipher, token);
                    case ISO, AES ->
                            cipher.decrypt(
                                    Bytes.slice(now.challenge(), size - block, block), token);
                    default -> cipher.decrypt(zero, token);
                };
        byte[] rndA = Arrays.copyOf(plain, size);
        if (!Arrays.equals(Bytes.slice(plain, size, size), Bytes.rotateLeft(now.rndB()))) {
            throw new Refusal(Refusal.AUTHENTICATION);
        }
        byte[] proof = Bytes.rotateLeft(rndA);
        byte[] answer =
                switch (now.ins()) {
                    case D40 -> cipher.encrypt(zero, proof);
                    case ISO, AES ->
                            cipher.encrypt(Bytes.slice(token, token.length - block, block), proof);
                    default -> ev2Answer(now, cipher, rndA, proof);
                };
        if (now.ins() == D40) {
            card.session = new SecureD40(desSessionKey(now, rndA));
        } else if (now.ins() == ISO) {
            card.session = new SecureEv1(BlockCipher.des(desSessionKey(now, rndA)));
        } else if (now.ins() == AES) {
            card.session = new SecureEv1(BlockCipher.aes(aesSessionKey(rndA, now.rndB())));
        }
        card.keyNumber = now.number();
        return answer;
    }

    private byte[] ev2Answer(Attempt now, BlockCipher cipher, byte[] rndA, byte[] proof) {
        byte[] encryption = Ev2Handshake.encryptionKey(cipher, rndA, now.rndB());
        byte[] mac = Ev2Handshake.macKey(cipher, rndA, now.rndB());
        SecureEv2 before = now.before();
        if (before != null) {
            card.session = new SecureEv2(encryption, mac, before.transaction(), before.counter());
            return cipher.encrypt(new byte[16], proof);
        }
        byte[] transaction = new byte[4];
        random.nextBytes(transaction);
        card.session = new SecureEv2(encryption, mac, transaction, 0);
        return cipher.encrypt(new byte[16], Bytes.join(transaction, proof, CAPABILITIES));
    }

    private static byte[] desSessionKey(Attempt now, byte[] rndA) {
        byte[] first = Bytes.join(Bytes.slice(rndA, 0, 4), Bytes.slice(now.rndB(), 0, 4));
        if (now.slot().kind() == KeySlot.Kind.THREE_KEY_DES) {
            return Bytes.join(
                    Bytes.slice(rndA, 0, 4),
                    Bytes.slice(now.rndB(), 0, 4),
                    Bytes.slice(rndA, 6, 4),
                    Bytes.slice(now.rndB(), 6, 4),
                    Bytes.slice(rndA, 12, 4),
                    Bytes.slice(now.rndB(), 12, 4));
        }
        return now.slot().singleDes()
                ? first
                : Bytes.join(first, Bytes.slice(rndA, 4, 4), Bytes.slice(now.rndB(), 4, 4));
    }

    private static byte[] aesSessionKey(byte[] rndA, byte[] rndB) {
        return Bytes.join(
                Bytes.slice(rndA, 0, 4),
                Bytes.slice(rndB, 0, 4),
                Bytes.slice(rndA, 12, 4),
                Bytes.slice(rndB, 12, 4));
    }
}
