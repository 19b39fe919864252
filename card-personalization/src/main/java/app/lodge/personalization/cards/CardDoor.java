package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.Authentication;
import app.lodge.core.keys.CardKeys.FinishOutcome.Authenticated;
import app.lodge.core.keys.CardKeys.FinishOutcome.Refuted;
import app.lodge.core.keys.CardKeys.KeyChange;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.keys.CardKeys.Scheme;
import app.lodge.core.keys.CardKeys.TransactionMacFile;
import app.lodge.core.media.Uid;
import java.util.List;
import java.util.Optional;

/// Authentications with one card, the vault doing the computing.
final class CardDoor {

    private static final int CARD_MASTER_IS_AES = 0x80;
    private static final byte[] NO_CAPABILITIES = {0};

    /// Kind of a Transaction MAC's key.
    static final int AES_KEY = 2;

    private final DesfireLink link;
    private final CardKeys keys;
    private final Actor actor;
    private final Uid uid;

    CardDoor(DesfireLink link, CardKeys keys, Actor actor, Uid uid) {
        this.link = link;
        this.keys = keys;
        this.actor = actor;
        this.uid = uid;
    }

    /// @param key the one that opened
    record Opened(CardKey key, Authenticated session) {}

    /// The first of these keys that the card accepts. At most three are tried: newer chips answer
    /// ever more slowly after failures.
    ///
    /// @throws DeviceException with KeyRefused if none opens
    Opened open(Purpose purpose, int version, List<CardKey> candidates) throws DeviceException {
        for (CardKey key : candidates) {
            var session = attempt(purpose, key);
            if (session.isPresent()) {
                return new Opened(key, session.get());
            }
        }
        int number = candidates.getFirst().keyNumber();
        throw new DeviceException(new DeviceFault.KeyRefused(number, version));
    }

    Optional<Authenticated> attempt(Purpose purpose, CardKey key) throws DeviceException {
        boolean des = key instanceof CardKey.FactoryDes;
        var instruction = des ? Instruction.AUTHENTICATE_ISO : Instruction.AUTHENTICATE_EV2_FIRST;
        byte[] slot = Bytes.of(key.keyNumber());
        byte[] opening = des ? slot : Bytes.join(slot, NO_CAPABILITIES);
        var challenge = link.once(instruction, instruction.code(), opening);
        if (challenge.status() != DesfireLink.MORE) {
            return refused(instruction, challenge);
        }
        int wanted = des ? 8 : 16;
        if (challenge.data().length != wanted) {
            throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        }
        var scheme = des ? Scheme.ISO_DES : Scheme.EV2_FIRST;
        var begun =
                keys.begin(actor, new Authentication(scheme, purpose, key, uid, challenge.data()));
        var answer = link.once(instruction, DesfireLink.MORE, begun.token());
        if (answer.status() != DesfireLink.OK) {
            return refused(instruction, answer);
        }
        return switch (keys.finish(actor, begun.session(), answer.data())) {
            case Authenticated session -> Optional.of(session);
            case Refuted _ ->
                    throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        };
    }

    private static Optional<Authenticated> refused(
            Instruction instruction, DesfireLink.Answer answer) throws DeviceException {
        return switch (answer.status()) {
            case DesfireLink.AUTHENTICATION,
                    DesfireLink.PERMISSION,
                    DesfireLink.DELAYED,
                    DesfireLink.NO_SUCH_KEY ->
                    Optional.empty();
            default ->
                    throw new DeviceException(
                            new DeviceFault.CardRefused(instruction.title(), answer.status()));
        };
    }

    /// Changes another slot's key from within an EV2 session.
    void change(Ev2Session session, CardKey present, CardKey.Site next) throws DeviceException {
        byte[] cryptogram =
                keys.changeKey(
                        actor,
                        new KeyChange(
                                session.name(), present, next, session.counter(), new byte[0]));
        session.changeKey(next.keyNumber(), cryptogram, Ev2Session.KeyOf.ANOTHER_SLOT);
    }

    /// Makes an application's Transaction MAC file from within its master key's session, with a key of
    /// the vault's that nobody else has (MF2DLHX0 §11.7.6).
    ///
    /// @param head number, mode and rights as the command has them
    /// @param version of the site's card keys, 1 to 255
    void makeTransactionMac(Ev2Session session, String aid, byte[] head, int version)
            throws DeviceException {
        byte[] header = Bytes.join(head, Bytes.of(AES_KEY));
        byte[] cryptogram =
                keys.transactionMacFile(
                        actor,
                        new TransactionMacFile(
                                session.name(), aid, header, version, session.counter()));
        session.sealedByVault(Instruction.CREATE_TRANSACTION_MAC_FILE, header, cryptogram);
    }

    /// Changes the key that the session was opened with; the session is over then.
    void changeOwn(Opened opened, CardKey.Site next) throws DeviceException {
        boolean card = next.aid().equals(Aid.CARD);
        int keyByte = next.keyNumber() | (card ? CARD_MASTER_IS_AES : 0);
        boolean des = opened.key() instanceof CardKey.FactoryDes;
        var name = opened.session().session();
        byte[] iv = des ? new byte[8] : new byte[0];
        byte[] cryptogram = keys.changeKey(actor, new KeyChange(name, opened.key(), next, 0, iv));
        if (des) {
            link.send(Instruction.CHANGE_KEY, Bytes.of(keyByte), cryptogram)
                    .orRefuse(Instruction.CHANGE_KEY.title());
        } else {
            new Ev2Session(link, opened.session())
                    .changeKey(keyByte, cryptogram, Ev2Session.KeyOf.THE_SESSION);
        }
    }
}
