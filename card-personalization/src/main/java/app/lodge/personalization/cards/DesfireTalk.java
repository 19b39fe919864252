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
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.keys.CardKeys.Scheme;
import app.lodge.core.keys.CardKeys.TransactionClaim;
import app.lodge.core.media.Uid;
import java.util.Optional;

/// The talk with one DESFire card of generation EV1 or later: applications, and sessions that give
/// {@link DesfireFiles}. EV2 secure messaging where the card has it, EV1's where not.
public final class DesfireTalk {

    private final DesfireLink link;
    private final CardKeys keys;
    private final Actor actor;
    private final Uid uid;
    private final String family;

    private DesfireTalk(DesfireLink link, CardKeys keys, Actor actor, Uid uid, String family) {
        this.link = link;
        this.keys = keys;
        this.actor = actor;
        this.uid = uid;
        this.family = family;
    }

    /// @throws DeviceException with UnknownCard if it is no DESFire card with AES, or hides its number from us
    public static DesfireTalk on(CardLink card, CardKeys keys, Actor actor) throws DeviceException {
        var link = new DesfireLink(card);
        var version = DesfireVersion.of(link).orElseThrow(() -> unknown("no DESFire"));
        if (version.family().equals("DESFire")) {
            throw unknown(version.family());
        }
        var shown = version.uid();
        Uid uid = shown.isPresent() ? shown.get() : HiddenNumber.of(link, keys, actor);
        return new DesfireTalk(link, keys, actor, uid, version.family());
    }

    public Uid uid() {
        return uid;
    }

    /// `DESFire EV2`
    public String family() {
        return family;
    }

    /// @param aid six hex digits, most significant byte first
    /// @return whether the card has the application
    public boolean select(String aid) throws DeviceException {
        var answer = link.send(Instruction.SELECT_APPLICATION, Aid.wire(aid));
        if (answer.status() == DesfireLink.NO_APPLICATION) {
            return false;
        }
        answer.orRefuse(Instruction.SELECT_APPLICATION.title());
        return true;
    }

    /// Version of a key in the selected application; outside of sessions.
    public int keyVersion(int slot) throws DeviceException {
        byte[] version =
                link.send(Instruction.GET_KEY_VERSION, Bytes.of(slot))
                        .orRefuse(Instruction.GET_KEY_VERSION.title());
        return version.length == 0 ? 0 : version[0] & 0xFF;
    }

    /// Opens the selected application with a key.
    ///
    /// @throws DeviceException with KeyRefused if the card does not take it
    public DesfireFiles open(CardKey key) throws DeviceException {
        return attempt(key)
                .orElseThrow(() ->
                        new DeviceException(
                                new DeviceFault.KeyRefused(
                                        key.keyNumber(),
                                        key instanceof CardKey.Site site ? site.version() : 0)));
    }

    /// @return empty if the card does not take the key
    public Optional<DesfireFiles> attempt(CardKey key) throws DeviceException {
        boolean legacy = family.equals("DESFire EV1");
        if (legacy) {
            return ev1(key).map(session ->
                    new DesfireFiles(new Ev1Session(link, session.encryptionKey())));
        }
        return new CardDoor(link, keys, actor, uid)
                .attempt(Purpose.CONTENT, key)
                .map(session -> new DesfireFiles(new Ev2Session(link, session)));
    }

    /// Makes the application's Transaction MAC file, with a key of the vault's that nobody else has.
    /// The application is selected; the session is over afterwards.
    ///
    /// @param master its present master key
    /// @param version of the site's card keys, 1 to 255
    /// @throws DeviceException with KeyRefused; CardRefused if the card is older than EV2 or has one
    public void createTransactionMac(
            String aid, CardKey master, int file, CommMode mode, FileRights rights, int version)
            throws DeviceException {
        var door = new CardDoor(link, keys, actor, uid);
        var opened =
                door.attempt(Purpose.KEY_CHANGE, master)
                        .orElseThrow(() ->
                                new DeviceException(
                                        new DeviceFault.KeyRefused(master.keyNumber(), version)));
        var session = new Ev2Session(link, opened);
        byte[] head = Bytes.join(Bytes.of(file, mode.code()), Bytes.littleEndian(rights.code(), 2));
        door.makeTransactionMac(session, aid, head, version);
    }

    /// Whether the card vouches for a transaction of its application.
    public boolean vouchedFor(String aid, int version, DesfireFiles.Proof proof) {
        return keys.vouchedFor(
                actor,
                new TransactionClaim(
                        uid, aid, version, proof.counter(), proof.input(), proof.value()));
    }

    private Optional<Authenticated> ev1(CardKey key) throws DeviceException {
        var instruction = Instruction.AUTHENTICATE_AES;
        var challenge = link.once(instruction, instruction.code(), Bytes.of(key.keyNumber()));
        if (challenge.status() != DesfireLink.MORE || challenge.data().length != 16) {
            return Optional.empty();
        }
        var begun =
                keys.begin(
                        actor,
                        new Authentication(
                                Scheme.LEGACY_AES, Purpose.CONTENT, key, uid, challenge.data()));
        var answer = link.once(instruction, DesfireLink.MORE, begun.token());
        if (answer.status() != DesfireLink.OK) {
            return Optional.empty();
        }
        return switch (keys.finish(actor, begun.session(), answer.data())) {
            case Authenticated session -> Optional.of(session);
            case Refuted _ ->
                    throw new DeviceException(new DeviceFault.AnswerForged(instruction.title()));
        };
    }

    private static DeviceException unknown(String what) {
        return new DeviceException(new DeviceFault.UnknownCard(what));
    }
}
