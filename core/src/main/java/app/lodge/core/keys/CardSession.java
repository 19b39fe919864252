package app.lodge.core.keys;

import app.lodge.core.keys.CardKeys.Authentication;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.keys.CardKeys.Scheme;
import app.lodge.core.media.Uid;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// One authentication seen from the reader's side: first its two messages, then its session keys
/// (DESFire EV1: AA, 1A; EV2: 71). Holds session keys and never the card's own: whoever begins and
/// finishes brings that along. Never leaves this package.
final class CardSession {

    private final Scheme scheme;
    private final Purpose purpose;
    private final CardKey with;
    private final Uid uid;
    private final byte[] rndA;
    private final byte[] rndB;
    private final byte[] token;
    private byte[] encryption = new byte[0];
    private byte[] mac = new byte[0];
    private byte[] transaction = new byte[0];

    /// @param rndA fresh random bytes, as many as the card's challenge has
    /// @param cardKey the caller wipes it
    CardSession(Authentication order, byte[] cardKey, byte[] rndA) {
        scheme = order.scheme();
        purpose = order.purpose();
        with = order.key();
        uid = order.uid();
        this.rndA = rndA;
        var key = cipher(cardKey);
        byte[] challenge = order.encryptedRndB();
        if (challenge.length != key.blockSize()) {
            throw new IllegalArgumentException(
                    "A challenge of %d bytes is not of scheme %s"
                            .formatted(challenge.length, scheme));
        }
        rndB = key.decrypt(new byte[key.blockSize()], challenge);
        token =
                switch (scheme) {
                    case EV2_FIRST -> Ev2Handshake.token(key, rndA, rndB);
                    case ISO_DES, LEGACY_AES ->
                            key.encrypt(challenge, Bytes.join(rndA, Bytes.rotateLeft(rndB)));
                };
    }

    private BlockCipher cipher(byte[] cardKey) {
        return scheme == Scheme.ISO_DES ? BlockCipher.des(cardKey) : BlockCipher.aes(cardKey);
    }

    byte[] token() {
        return token.clone();
    }

    CardKey with() {
        return with;
    }

    Uid uid() {
        return uid;
    }

    /// @param cardKey the same as at the beginning; the caller wipes it
    /// @return whether the card proved that it holds the key
    boolean finish(byte[] answer, byte[] cardKey) {
        var key = cipher(cardKey);
        return switch (scheme) {
            case EV2_FIRST -> finishEv2(answer, key);
            case ISO_DES, LEGACY_AES -> finishLegacy(answer, key);
        };
    }

    private boolean finishEv2(byte[] answer, BlockCipher key) {
        if (answer.length != 32) {
            return false;
        }
        byte[] plain = key.decrypt(new byte[16], answer);
        if (!MessageDigest.isEqual(Bytes.slice(plain, 4, 16), Bytes.rotateLeft(rndA))) {
            return false;
        }
        transaction = Bytes.slice(plain, 0, 4);
        encryption = Ev2Handshake.encryptionKey(key, rndA, rndB);
        mac = Ev2Handshake.macKey(key, rndA, rndB);
        return true;
    }

    private boolean finishLegacy(byte[] answer, BlockCipher key) {
        int block = key.blockSize();
        if (answer.length != block) {
            return false;
        }
        byte[] iv = Bytes.slice(token, token.length - block, block);
        if (!MessageDigest.isEqual(key.decrypt(iv, answer), Bytes.rotateLeft(rndA))) {
            return false;
        }
        encryption =
                scheme == Scheme.LEGACY_AES
                        ? Bytes.join(
                                Bytes.slice(rndA, 0, 4),
                                Bytes.slice(rndB, 0, 4),
                                Bytes.slice(rndA, 12, 4),
                                Bytes.slice(rndB, 12, 4))
                        : Bytes.join(Bytes.slice(rndA, 0, 4), Bytes.slice(rndB, 0, 4));
        mac = encryption;
        return true;
    }

    byte[] transaction() {
        return transaction.clone();
    }

    byte[] macKey() {
        return scheme == Scheme.EV2_FIRST ? mac.clone() : encryptionKey();
    }

    byte[] encryptionKey() {
        return keepsItsKey() ? new byte[0] : encryption.clone();
    }

    /// Forgets the session keys.
    void wipe() {
        for (byte[] each : new byte[][] {rndA, rndB, encryption, mac}) {
            Arrays.fill(each, (byte) 0);
        }
    }

    boolean changesKeys() {
        return purpose == Purpose.KEY_CHANGE;
    }

    private boolean keepsItsKey() {
        return changesKeys() && with instanceof CardKey.Site;
    }

    Optional<Ev2Messaging> messagingForKeys() {
        requireChanges();
        return scheme == Scheme.EV2_FIRST
                ? Optional.of(new Ev2Messaging(encryption, mac, transaction))
                : Optional.empty();
    }

    BlockCipher cipherForKeys() {
        requireChanges();
        return scheme == Scheme.ISO_DES ? BlockCipher.des(encryption) : BlockCipher.aes(encryption);
    }

    private void requireChanges() {
        if (!changesKeys() || encryption.length == 0) {
            throw new IllegalStateException(
                    "A session for %s with %s changes no keys".formatted(purpose, with));
        }
    }
}
