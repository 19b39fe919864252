package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keys.CardKeys.Purpose;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.Step.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes what a plan says to DESFire EV2 and EV3 cards (ID-40, ID-47, CHAIN-06, CHAIN-08, CHAIN-12,
/// CHAIN-17).
///
/// `identify`, then bind the UID in the books, then `encode`, then `verify`. Encoding looks at the
/// real state of the card and does only what is missing, so a card torn away at any moment is finished
/// by the next attempt. Keys are changed slot by slot, an application's master last and the card's own
/// master last of all; before the first write the card must have opened to a known key.
public final class DesfireEncoder {

    private final CardKeys keys;
    private final EncodingPlan plan;
    private final Desfire card;

    /// With the plan of the ID that ships with Lodge.
    public DesfireEncoder(CardKeys keys) {
        this(keys, ShippedPlans.lodgeId());
    }

    /// @throws IllegalArgumentException if the plan is for other chips
    public DesfireEncoder(CardKeys keys, EncodingPlan plan) {
        this.keys = keys;
        this.plan = plan;
        if (!(plan.medium() instanceof Desfire desfire)) {
            throw new IllegalArgumentException(plan.reference() + " is not for DESFire cards");
        }
        this.card = desfire;
    }

    /// The plan's name and version, `lodge-id@1`.
    public String plan() {
        return plan.reference();
    }

    /// Says which card lies on the reader, without changing it.
    public Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return CardWork.with(link, keys, actor, card).chip;
        }
    }

    /// @param uid the card that was identified; another one is refused
    public EncodedCard encode(
            Actor actor, CardReader reader, Duration wait, Uid uid, CardNumber number)
            throws DeviceException {
        return encode(actor, reader, wait, uid, Optional.of(CardFacts.of(number)), Step.Log.none());
    }

    /// @param facts empty to prepare a blank: applications, files and keys, no contents (CHAIN-06)
    /// @param log hears of each write before it is made
    public EncodedCard encode(
            Actor actor,
            CardReader reader,
            Duration wait,
            Uid uid,
            Optional<CardFacts> facts,
            Step.Log log)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            var work = CardWork.with(link, keys, actor, card);
            requireSameCard(uid, work);
            var master = work.open(Purpose.CONTENT, work.cardKey());
            for (var application : card.made()) {
                boolean made = makeApplication(work, application, master, log);
                fill(actor, work, application, made, facts, log);
            }
            work.selectCard();
            CardClosing.finish(work, card, master, log);
            return new EncodedCard(uid, work.chip.family(), work.site.version(), plan.reference());
        }
    }

    private static void requireSameCard(Uid uid, CardWork work) throws DeviceException {
        if (!work.chip.uid().equals(uid)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("uid"));
        }
    }

    /// @return whether it was not there before
    private static boolean makeApplication(
            CardWork work, Application application, CardDoor.Opened master, Step.Log log)
            throws DeviceException {
        if (work.select(application.aid())) {
            return false;
        }
        work.selectCard();
        log.intend(new Step(Kind.MAKE_APPLICATION, application.aid(), ""));
        byte[] creation = DesfireLayout.creation(application);
        if (master.key() instanceof CardKey.FactoryDes) {
            // A factory card makes applications freely.
            work.link
                    .send(Instruction.CREATE_APPLICATION, creation)
                    .orRefuse(Instruction.CREATE_APPLICATION.title());
        } else {
            var again = work.open(Purpose.CONTENT, work.cardKey());
            work.session(again).mac(Instruction.CREATE_APPLICATION, creation);
        }
        work.select(application.aid());
        return true;
    }

    private void fill(
            Actor actor,
            CardWork work,
            Application application,
            boolean made,
            Optional<CardFacts> facts,
            Step.Log log)
            throws DeviceException {
        var wanted = work.key(application, application.keys().getFirst());
        var master =
                made
                        ? work.prove(Purpose.KEY_CHANGE, new CardKey.FactoryAes(CardWork.MASTER), 0)
                        : work.open(Purpose.KEY_CHANGE, wanted);
        var session = work.session(master);
        var filling = new ApplicationFilling(plan, application, work, log);
        var empty = filling.makeFiles(session, made);
        filling.changeSlots(session, made);
        if (facts.isPresent()) {
            write(
                    actor,
                    work,
                    application,
                    new Present(master.key(), made, empty),
                    facts.get(),
                    log);
        }
        if (master.key().equals(wanted)) {
            return;
        }
        int version = master.key() instanceof CardKey.Site site ? site.version() : 0;
        var changing = work.prove(Purpose.KEY_CHANGE, master.key(), version);
        log.intend(new Step(Kind.CHANGE_MASTER, application.aid(), ""));
        work.door.changeOwn(changing, wanted);
    }

    /// What an application has as contents are about to be written.
    ///
    /// @param made whether it was made just now
    /// @param empty files of records that hold none yet
    private record Present(CardKey master, boolean made, List<PlannedFile> empty) {}

    private void write(
            Actor actor,
            CardWork work,
            Application application,
            Present present,
            CardFacts facts,
            Step.Log log)
            throws DeviceException {
        var files = new FileDoor(work, application, present.master());
        for (var file : application.files()) {
            boolean once = file instanceof PlannedFile.Records && !present.empty().contains(file);
            if (file.written().isEmpty() || once) {
                continue;
            }
            byte[] content = content(actor, work, file, facts);
            if (!present.made() && files.holds(file, content)) {
                continue;
            }
            log.intend(new Step(Kind.WRITE, application.aid() + "/" + file.name(), ""));
            files.write(file, content);
        }
    }

    private byte[] content(Actor actor, CardWork work, PlannedFile file, CardFacts facts) {
        var values = facts.values(work.site, work.chip.uid());
        return FieldBytes.of(
                file.written(),
                file.length(),
                values,
                content -> keys.contentMac(actor, work.chip.uid(), work.site.version(), content));
    }

    /// Proves in a fresh session that the card holds the site's keys and this number, and nothing
    /// from the factory (ID-40: read back before the card counts as issued).
    public void verify(Actor actor, CardReader reader, Duration wait, Uid uid, CardNumber number)
            throws DeviceException {
        verify(actor, reader, wait, uid, Optional.of(CardFacts.of(number)));
    }

    /// @param facts empty for a prepared blank
    /// @return what the plan says is to be read back, as it was read
    public List<PlaceRead> verify(
            Actor actor, CardReader reader, Duration wait, Uid uid, Optional<CardFacts> facts)
            throws DeviceException {
        try (var link = reader.connect(wait)) {
            var work = CardWork.with(link, keys, actor, card);
            requireSameCard(uid, work);
            if (CardWork.settings(work.session(work.prove(work.cardKey())))
                    != card.card().settings()) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("card-settings"));
            }
            var read = new ArrayList<PlaceRead>();
            for (var application : card.made()) {
                work.require(application);
                for (var key : application.keys()) {
                    work.prove(work.key(application, key));
                }
                if (facts.isPresent()) {
                    read.addAll(readBack(actor, work, application, facts.get()));
                }
            }
            return read;
        }
    }

    private List<PlaceRead> readBack(
            Actor actor, CardWork work, Application application, CardFacts facts)
            throws DeviceException {
        var read = new ArrayList<PlaceRead>();
        work.require(application);
        var files =
                new FileDoor(
                        work, application, work.key(application, application.keys().getFirst()));
        for (var file : application.files()) {
            if (!plan.readBack().contains(file.name())) {
                continue;
            }
            var place = files.read(file);
            boolean right =
                    file instanceof PlannedFile.Value value
                            ? place.value() >= value.lower() && place.value() <= value.upper()
                            : file instanceof PlannedFile.Records
                                    || Arrays.equals(
                                            place.bytes(), content(actor, work, file, facts));
            if (!right) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
            }
            read.add(place);
        }
        return read;
    }

    /// Whom a card of this site stands for.
    ///
    /// @throws DeviceException with UnknownCard if it is no card of this site, VerifyMismatch if its
    ///     content is not what the site wrote
    public CardIdentity read(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            return LodgeId.read(CardWork.with(link, keys, actor, card), keys, actor);
        }
    }
}
