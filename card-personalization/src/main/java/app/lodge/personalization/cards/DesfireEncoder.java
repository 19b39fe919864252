package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.FinishOutcome.Authenticated;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.media.Uid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Writes the site's ID to DESFire EV2 and EV3 cards (ID-40, CHAIN-08, CHAIN-12).
///
/// `identify`, then bind the UID in the books, then `encode`, then `verify`. Encoding looks at the
/// real state of the card and goes on from there, so a card torn away at any moment is finished by
/// the next attempt. Keys are changed slot by slot, an application's master last and the card's own
/// master last of all; before the first write the card must have opened to a known key.
public final class DesfireEncoder {

    private static final int MASTER = 0;

    private final CardKeys keys;
    private final EncodingPlan plan;

    /// Behind the content, in place of zeros.
    private final byte[] addition;

    /// With the plan that ships with Lodge.
    public DesfireEncoder(CardKeys keys) {
        this(keys, EncodingPlan.lodgeId());
    }

    DesfireEncoder(CardKeys keys, EncodingPlan plan) {
        this(keys, plan, new byte[0]);
    }

    /// @param addition at most eight bytes
    DesfireEncoder(CardKeys keys, EncodingPlan plan, byte[] addition) {
        this.keys = keys;
        this.plan = plan;
        this.addition = addition.clone();
    }

    /// The plan's name and version, `lodge-id@1`.
    public String plan() {
        return plan.title();
    }

    /// Says which card lies on the reader, without changing it.
    public Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return CardWork.with(link, keys, actor, plan).chip;
        }
    }

    /// @param uid the card that was identified; another one is refused
    public EncodedCard encode(
            Actor actor, CardReader reader, Duration wait, Uid uid, CardNumber number)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            var work = CardWork.with(link, keys, actor, plan);
            requireSameCard(uid, work);
            makeApplication(work);
            makeFile(work);
            changeSlots(work);
            writeContent(actor, work, number);
            changeMaster(work, plan.application());
            work.selectCard();
            changeMaster(work, EncodingPlan.CARD);
            closeCard(work);
            return new EncodedCard(uid, work.chip.family(), work.site.version(), plan.title());
        }
    }

    private static void requireSameCard(Uid uid, CardWork work) throws DeviceException {
        if (!work.chip.uid().equals(uid)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
        }
    }

    private void makeApplication(CardWork work) throws DeviceException {
        work.selectCard();
        var master = work.open(Purpose.CONTENT, EncodingPlan.CARD, MASTER);
        if (work.selectApplication()) {
            return;
        }
        work.selectCard();
        if (master.key() instanceof CardKey.FactoryDes) {
            // A factory card makes applications freely.
            work.link
                    .send(Instruction.CREATE_APPLICATION, plan.creation())
                    .orRefuse(Instruction.CREATE_APPLICATION.title());
        } else {
            var again = work.open(Purpose.CONTENT, EncodingPlan.CARD, MASTER);
            work.session(again).mac(Instruction.CREATE_APPLICATION, plan.creation());
        }
        work.selectApplication();
    }

    private void makeFile(CardWork work) throws DeviceException {
        var session = work.session(work.open(Purpose.CONTENT, plan.application(), MASTER));
        byte[] settings = session.mac(Instruction.GET_KEY_SETTINGS);
        if (!Arrays.equals(settings, plan.keySettings())) {
            throw foreign();
        }
        byte[] files = session.mac(Instruction.GET_FILE_IDS);
        if (files.length == 0) {
            session.mac(Instruction.CREATE_STANDARD_FILE, plan.fileCreation());
            return;
        }
        byte[] number = Bytes.of(plan.file().number());
        if (!Arrays.equals(files, number)
                || !Arrays.equals(
                        session.mac(Instruction.GET_FILE_SETTINGS, number), plan.fileSettings())) {
            throw foreign();
        }
    }

    private DeviceException foreign() {
        return new DeviceException(
                new DeviceFault.UnknownCard(
                        "application %s, not by %s".formatted(plan.application(), plan.title())));
    }

    private void changeSlots(CardWork work) throws DeviceException {
        for (int slot = plan.slots().size() - 1; slot > MASTER; slot--) {
            work.selectApplication();
            int version = work.keyVersion(slot);
            if (version == work.site.version()) {
                continue;
            }
            CardKey present =
                    version == 0
                            ? new CardKey.FactoryAes(slot)
                            : new CardKey.Site(plan.application(), slot, version);
            var master = work.open(Purpose.KEY_CHANGE, plan.application(), MASTER);
            work.door.change(work.session(master), present, work.siteKey(plan.application(), slot));
        }
        for (int slot = plan.slots().size() - 1; slot > MASTER; slot--) {
            work.selectApplication();
            prove(work, plan.application(), slot);
        }
    }

    private void writeContent(Actor actor, CardWork work, CardNumber number)
            throws DeviceException {
        work.selectApplication();
        var session =
                work.session(
                        work.open(
                                Purpose.CONTENT,
                                plan.application(),
                                plan.slotFor(EncodingPlan.Use.WRITE)));
        session.writeFull(Instruction.WRITE_DATA, plan.wholeFile(), content(actor, work, number));
    }

    private byte[] content(Actor actor, CardWork work, CardNumber number) {
        byte[] content =
                new CardContent(
                                number.person(),
                                number.issueNumber(),
                                work.site.version(),
                                work.site.siteId())
                        .encode();
        System.arraycopy(addition, 0, content, CardContent.SPARE_AT, addition.length);
        byte[] mac = keys.contentMac(actor, work.chip.uid(), work.site.version(), content);
        return Bytes.join(content, mac);
    }

    private void changeMaster(CardWork work, String aid) throws DeviceException {
        boolean card = aid.equals(EncodingPlan.CARD);
        if (!card) {
            work.selectApplication();
        }
        if (work.keyVersion(MASTER) == work.site.version()) {
            prove(work, aid, MASTER);
            return;
        }
        var master = work.open(Purpose.KEY_CHANGE, aid, MASTER);
        if (!master.key().equals(work.siteKey(aid, MASTER))) {
            work.door.changeOwn(master, work.siteKey(aid, MASTER));
        }
        prove(work, aid, MASTER);
    }

    /// No free making and deleting of applications any more.
    private void closeCard(CardWork work) throws DeviceException {
        var master = work.session(prove(work, EncodingPlan.CARD, MASTER));
        byte[] settings = master.mac(Instruction.GET_KEY_SETTINGS);
        if (settings.length == 0 || (settings[0] & 0xFF) != plan.cardSettings()) {
            master.writeFull(
                    Instruction.CHANGE_KEY_SETTINGS, new byte[0], Bytes.of(plan.cardSettings()));
        }
    }

    private static CardDoor.Opened prove(CardWork work, String aid, int slot)
            throws DeviceException {
        CardKey key = work.siteKey(aid, slot);
        Optional<Authenticated> session = work.door.attempt(Purpose.CONTENT, key);
        return new CardDoor.Opened(
                key,
                session.orElseThrow(() ->
                        new DeviceException(
                                new DeviceFault.KeyRefused(slot, work.site.version()))));
    }

    /// Proves in a fresh session that the card holds the site's keys and this number, and nothing
    /// from the factory (ID-40: read back before the card counts as issued).
    public void verify(Actor actor, CardReader reader, Duration wait, Uid uid, CardNumber number)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            var work = CardWork.with(link, keys, actor, plan);
            requireSameCard(uid, work);
            work.selectCard();
            var card = work.session(prove(work, EncodingPlan.CARD, MASTER));
            byte[] settings = card.mac(Instruction.GET_KEY_SETTINGS);
            if (settings.length == 0 || (settings[0] & 0xFF) != plan.cardSettings()) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("card-settings"));
            }
            for (EncodingPlan.Slot slot : plan.slots()) {
                requireApplication(work);
                prove(work, plan.application(), slot.number());
            }
            if (!Arrays.equals(readFile(work, work.site.version()), content(actor, work, number))) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
            }
        }
    }

    /// Whom a card of this site stands for.
    ///
    /// @throws DeviceException with UnknownCard if it is no card of this site, VerifyMismatch if its
    ///     content is not what the site wrote
    public CardIdentity read(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            var work = CardWork.with(link, keys, actor, plan);
            requireApplication(work);
            int version = work.keyVersion(plan.slotFor(EncodingPlan.Use.READ));
            if (version == 0) {
                throw new DeviceException(new DeviceFault.UnknownCard("not finished"));
            }
            byte[] file = readFile(work, version);
            byte[] content = Arrays.copyOf(file, CardContent.LENGTH);
            byte[] mac = keys.contentMac(actor, work.chip.uid(), version, content);
            var read = CardContent.decode(content);
            if (read.isEmpty() || !Arrays.equals(Bytes.join(content, mac), file)) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
            }
            CardContent found = read.get();
            return new CardIdentity(
                    work.chip.uid(),
                    work.chip.family(),
                    new CardNumber(found.person(), found.issueNumber()),
                    found.siteId(),
                    version);
        }
    }

    private void requireApplication(CardWork work) throws DeviceException {
        if (!work.selectApplication()) {
            throw new DeviceException(new DeviceFault.UnknownCard("blank"));
        }
    }

    private byte[] readFile(CardWork work, int version) throws DeviceException {
        requireApplication(work);
        int slot = plan.slotFor(EncodingPlan.Use.READ);
        CardKey key = new CardKey.Site(plan.application(), slot, version);
        var session =
                work.door
                        .attempt(Purpose.CONTENT, key)
                        .orElseThrow(() ->
                                new DeviceException(new DeviceFault.KeyRefused(slot, version)));
        return new Ev2Session(work.link, session).readFull(Instruction.READ_DATA, plan.wholeFile());
    }
}
