package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.ContactKey;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.Enrolment;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.encoding.ButtonMedia;
import app.lodge.personalization.encoding.SiteSeal;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.ButtonMemory;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.ibutton.KeyFile;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.ibutton.StationLog;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Contact keys at the desk: looked at, enrolled, encoded and numbered, read out (KEY-03…05, KEY-22,
/// KEY-25). The books learn of a key before a byte of it is written, and that it is good only after it
/// was read back: pulled off in between, the same again makes it good.
public final class KeyIssuing {

    private final ContactKeys keys;
    private final CardKeys cardKeys;
    private final EncodingPlans plans;

    /// @param plans names what else stands on new keys
    public KeyIssuing(ContactKeys keys, CardKeys cardKeys, EncodingPlans plans) {
        this.keys = keys;
        this.cardKeys = cardKeys;
        this.plans = plans;
    }

    /// What touches the adapter.
    ///
    /// @param family empty for one that we do not know
    /// @param known whose it is, if the books know
    /// @param log empty if it holds none
    public record KeyLook(
            RomNumber rom,
            Optional<ButtonFamily> family,
            KeyContents contents,
            Optional<ContactKey> known,
            Optional<ReadOut> log) {

        /// `DS1996`, or the family code of a part that we do not know.
        public String chip() {
            return family.map(Enum::name).orElseGet(() -> "1-Wire %02X".formatted(rom.family()));
        }
    }

    /// What a key shall be.
    ///
    /// @param number as typed; empty for the one it has, or a free one
    /// @param value in minor units; empty for what the key holds
    /// @param highestValue and `highestPayment` in minor units
    /// @param stands what to do with somebody else's content on the key
    public record KeyOrder(
            RequestId request,
            PersonId person,
            String number,
            Present present,
            Optional<Integer> value,
            int highestValue,
            int highestPayment,
            Standing stands) {}

    /// Content that is not ours.
    public enum Standing {
        KEEP,
        OVERWRITE
    }

    /// What became of it.
    public sealed interface KeyOutcome {

        /// @param written as it was read back; empty for a key that is a number only
        /// @param planned empty if the plan that new keys get names no files
        record Ready(ContactKey key, Optional<KeyRecord> written, Optional<Planned> planned)
                implements KeyOutcome {}

        /// The books did not take it; nothing was written.
        record NotEnrolled(EnrolOutcome why) implements KeyOutcome {}

        /// Something of somebody else's stands on it; nothing was written.
        record InUse(KeyContents contents) implements KeyOutcome {}
    }

    /// The plan that new keys get.
    ///
    /// @param family that it is for
    /// @param files those that were written and read back; none on a key of another family
    public record Planned(String plan, String family, List<String> files) {
        public Planned {
            files = List.copyOf(files);
        }
    }

    /// Waits for a key and looks at it. Changes nothing.
    ///
    /// @throws DeviceException with NoCard, SeveralKeys, ShortCircuit, CardRemoved
    public KeyLook look(Actor actor, OneWireBus bus, Duration wait) throws DeviceException {
        actor.require(Permission.SEE_MEDIA);
        var rom = single(bus, wait);
        var family = ButtonFamily.of(rom);
        var known = keys.withUid(actor, rom.uid());
        var memory = family.flatMap(each -> each.memory(bus, rom));
        if (memory.isEmpty()) {
            return new KeyLook(rom, family, new KeyContents.NumberOnly(), known, Optional.empty());
        }
        var contents = file(actor, memory.get(), rom).look();
        Optional<ReadOut> log = Optional.empty();
        if (contents instanceof KeyContents.Log) {
            var stands = StationLog.on(memory.get());
            if (stands.isPresent()) {
                log = Optional.of(stands.get().readOut());
            }
        }
        return new KeyLook(rom, family, contents, known, log);
    }

    /// Enrols the key that touches the adapter, writes and reads back.
    ///
    /// @throws DeviceException if it was torn off or broke: the same again finishes it
    public KeyOutcome encode(Actor actor, OneWireBus bus, KeyOrder order, Duration wait)
            throws DeviceException {
        actor.require(Permission.ISSUE_CARDS);
        var seen = look(actor, bus, wait);
        var memory = seen.family().flatMap(family -> family.memory(bus, seen.rom()));
        boolean others =
                switch (seen.contents()) {
                    case KeyContents.Others _, KeyContents.Data _, KeyContents.Log _ -> true;
                    case KeyContents.NumberOnly _,
                            KeyContents.Blank _,
                            KeyContents.Lodge _,
                            KeyContents.Torn _,
                            KeyContents.Forged _ ->
                            false;
                };
        if (others && order.stands() == Standing.KEEP) {
            return new KeyOutcome.InUse(seen.contents());
        }
        var enrolment =
                new Enrolment(
                        order.person(),
                        seen.rom().uid(),
                        seen.chip(),
                        order.number(),
                        order.present());
        return switch (keys.enrol(actor, order.request(), enrolment)) {
            case EnrolOutcome.Enrolled(var key) -> written(actor, key, seen, memory, order);
            case EnrolOutcome.Rejected no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.NumberTaken no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.HeldBy no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.ChipTaken no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.NoneFree no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.TooMany no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.NotCovered no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.PersonUnknown no -> new KeyOutcome.NotEnrolled(no);
            case EnrolOutcome.PersonBlocked no -> new KeyOutcome.NotEnrolled(no);
        };
    }

    private KeyOutcome written(
            Actor actor,
            ContactKey key,
            KeyLook seen,
            Optional<ButtonMemory> memory,
            KeyOrder order)
            throws DeviceException {
        var uid = seen.rom().uid();
        var id = key.medium().id();
        var plan = ButtonMedia.of(cardKeys, plans.inUse(actor, MediumKind.CONTACT_KEY));
        if (memory.isEmpty()) {
            var ready = keys.ready(actor, RequestId.fresh(), id, uid, 0);
            return new KeyOutcome.Ready(
                    ready, Optional.empty(), plan.map(it -> planned(it, List.of())));
        }
        boolean fits = plan.isPresent() && plan.get().family().equals(seen.chip());
        if (fits) {
            plans.intend(actor, id, plan.get().plan().name(), plan.get().plan().version());
        }
        int present =
                seen.contents() instanceof KeyContents.Lodge(var record, var _, var _)
                        ? record.value()
                        : 0;
        var wanted =
                new KeyRecord(
                        key.number().value(),
                        0,
                        order.value().orElse(present),
                        order.highestValue(),
                        order.highestPayment());
        var file = file(actor, memory.get(), seen.rom());
        var record =
                order.stands() == Standing.OVERWRITE ? file.overwrite(wanted) : file.write(wanted);
        List<String> files =
                fits ? files(actor, plan.get(), memory.get(), uid, key.medium()) : List.of();
        int version = cardKeys.keySet(actor).version();
        var ready = keys.ready(actor, RequestId.fresh(), id, uid, version);
        return new KeyOutcome.Ready(ready, Optional.of(record), plan.map(it -> planned(it, files)));
    }

    private static Planned planned(ButtonMedia media, List<String> files) {
        return new Planned(media.plan().reference(), media.family(), files);
    }

    /// @return the files that were read back
    private static List<String> files(
            Actor actor, ButtonMedia media, ButtonMemory memory, Uid rom, Medium medium)
            throws DeviceException {
        var number = new CardNumber(medium.holder().number(), medium.issueNumber());
        media.encode(actor, memory, rom, CardFacts.of(number), Step.Log.none());
        return media.verify(actor, memory, rom, CardFacts.of(number)).stream()
                .map(PlaceRead::name)
                .toList();
    }

    private RomNumber single(OneWireBus bus, Duration wait) throws DeviceException {
        var found = bus.await(wait);
        if (found.size() > 1) {
            throw new DeviceException(new DeviceFault.SeveralKeys(bus.name(), found.size()));
        }
        return found.getFirst();
    }

    private KeyFile file(Actor actor, ButtonMemory memory, RomNumber rom) {
        return new KeyFile(memory, rom, new SiteSeal(cardKeys, actor));
    }
}
