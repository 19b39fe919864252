package app.lodge.personalization.purse;

import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.keys.TerminalKeySet;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.PurseChange;
import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseLaw;
import app.lodge.core.purse.PurseLaw.Loss;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.PurseRefusal;
import app.lodge.core.purse.PurseRules;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.site.Site;
import app.lodge.personalization.issuing.FoundedSite;
import app.lodge.personalization.purse.PurseDesk.Visit;
import app.lodge.personalization.virtual.InProcessReader;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site, a counter with a reader, a payment point and cards with purses.
@Tag("CHAIN-22")
@Tag("CHAIN-30")
@Tag("CHAIN-32")
class PurseDeskTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final Uid FIRST = new Uid("04A1B2C3D4E5F6");
    private static final Uid SECOND = new Uid("04A1B2C3D4E5F7");

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Site site;
    private PersonId person;
    private long device;
    private MediumId medium;
    private VirtualDesfire card;
    private final InProcessReader reader = new InProcessReader("desk reader");
    private PurseDesk desk;

    @BeforeEach
    void openASite() throws Exception {
        site = FoundedSite.in(folder, () -> now);
        desk = new PurseDesk(site.purses(), site.cardKeys());
        person = FoundedSite.ana(site);
        device =
                ((Devices.AddOutcome.Added)
                                site.devices()
                                        .add(
                                                CHIEF,
                                                RequestId.fresh(),
                                                "till-1",
                                                DeviceKind.PAYMENT_POINT,
                                                "till-1",
                                                "hall"))
                        .device()
                        .id()
                        .number();
        medium = medium(FIRST);
        card = VirtualDesfire.blank(VirtualDesfire.Generation.EV2, FIRST, new Random(1));
        reader.insert(card);
        assertThat(desk.prepare(CHIEF, reader, SOON, medium, FIRST)).isTrue();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private MediumId medium(Uid uid) {
        var jobs = site.cardJobs();
        var job =
                ((Ordered)
                                jobs.order(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new CardOrder(person, "file:cards", "sim:reader", "s@1")))
                        .job();
        jobs.advance(CHIEF, job.id(), JobState.FED, Map.of());
        jobs.bind(CHIEF, job.id(), uid, "DESFire EV2", 1);
        for (var state :
                List.of(
                        JobState.ENCODED,
                        JobState.VERIFIED,
                        JobState.PRINTING,
                        JobState.PRINTED,
                        JobState.ISSUED)) {
            jobs.advance(CHIEF, job.id(), state, Map.of());
        }
        return site.media().withUid(CHIEF, uid).orElseThrow().id();
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private Visit load(long minor, Source source) throws Exception {
        return desk.load(CHIEF, RequestId.fresh(), reader, SOON, eur(minor), source);
    }

    private PurseRecord spend(VirtualDesfire from, long sequence, long amount) throws Exception {
        var till = new DesfirePurse(TerminalKeySet.of(site.vault(), site.books().clock()));
        var at = new InProcessReader("till");
        at.insert(from);
        now = now.plusSeconds(60);
        var outcome =
                till.change(
                        Actor.device(device, "till-1"),
                        at,
                        SOON,
                        from.uid(),
                        new PurseChange(PurseKind.DEBIT, device, sequence, 0, now, amount, 0, 978));
        return ((PurseOutcome.Done) outcome).record();
    }

    private Purses.Taken upload(PurseRecord record) {
        return site.purses().takeIn(Actor.device(device, "till-1"), device, FIRST, record);
    }

    private Purses.Purse purse() {
        return site.purses().find(CHIEF, medium).orElseThrow();
    }

    @Test
    void cashComesOntoTheCardWithAReceiptAndLeavesItAsTurnover() throws Exception {
        var loaded = load(2_000, Source.CASH);

        assertThat(loaded).isInstanceOf(Visit.Done.class);
        var receipt = ((Visit.Done) loaded).receipt();
        assertThat(receipt).isNotNull();
        assertThat(receipt.amount()).isEqualTo(eur(2_000));
        assertThat(receipt.number()).isEqualTo(1);
        assertThat(purse().stated()).isEqualTo(eur(2_000));
        assertThat(purse().waiting()).isEmpty();

        var record = spend(card, 1, 350);
        assertThat(upload(record).posting()).isNotNull();
        assertThat(upload(record)).as("twice").isEqualTo(upload(record));
        assertThat(purse().stated()).isEqualTo(eur(1_650));
        assertThat(site.accounts().check(CHIEF).liabilities()).isEqualTo(eur(1_650));
        assertThat(site.accounts().check(CHIEF).turnoverToday()).isEqualTo(eur(350));
        assertThat(site.purses().alarms(CHIEF)).isEmpty();
    }

    @Test
    void theHoldersAccountPaysForALoadAndRefusesWhatItHasNot() throws Exception {
        var account = site.accounts().ofPerson(CHIEF, person).orElseThrow().id();
        site.accounts().topUp(CHIEF, RequestId.fresh(), account, eur(1_000), PaymentMeans.CASH);

        assertThat(load(1_001, Source.ACCOUNT)).isInstanceOf(Visit.NoMoney.class);
        assertThat(load(600, Source.ACCOUNT)).isInstanceOf(Visit.Done.class);

        assertThat(site.accounts().find(CHIEF, account).orElseThrow().balance())
                .isEqualTo(eur(400));
        assertThat(purse().stated()).isEqualTo(eur(600));
        assertThat(site.accounts().check(CHIEF).liabilities()).isEqualTo(eur(1_000));
    }

    @Test
    void recordsReadFromTheCardCountOnceWhetherTheirUploadComesBeforeOrAfter() throws Exception {
        load(2_000, Source.CASH);
        var first = spend(card, 1, 100);
        var second = spend(card, 2, 200);
        upload(second);
        assertThat(purse().missing()).isEqualTo(1);

        desk.look(CHIEF, reader, SOON);
        assertThat(purse().stated()).isEqualTo(eur(1_700));
        assertThat(purse().newest())
                .extracting(Purses.Known::source)
                .containsExactly("UPLOAD", "CARD", "CARD");

        upload(first);
        assertThat(purse().stated()).isEqualTo(eur(1_700));
        assertThat(purse().missing()).isZero();
        assertThat(site.purses().alarms(CHIEF)).isEmpty();
    }

    @Test
    void aPurchaseIsGivenBackAtMostOnce() throws Exception {
        load(2_000, Source.CASH);
        upload(spend(card, 1, 300));

        assertThat(desk.refund(CHIEF, RequestId.fresh(), reader, SOON, eur(200), 2))
                .isInstanceOf(Visit.Done.class);
        assertThat(desk.refund(CHIEF, RequestId.fresh(), reader, SOON, eur(101), 2))
                .isEqualTo(new Visit.Refused(new PurseRefusal.NoSuchPurchase(medium, 2, eur(100))));
        assertThat(purse().stated()).isEqualTo(eur(1_900));
    }

    @Test
    void valueIsPaidOutWithAReceiptOnceItIsOffTheCard() throws Exception {
        load(2_000, Source.CASH);
        var paid = desk.payOut(CHIEF, RequestId.fresh(), reader, SOON, eur(500), 0);

        assertThat(((Visit.Done) paid).receipt().amount()).isEqualTo(eur(-500));
        assertThat(purse().stated()).isEqualTo(eur(1_500));
    }

    @Test
    void theRulesSayWhoseAndWhatRemains() throws Exception {
        site.purses().changeRules(CHIEF, RequestId.fresh(), new PurseRules(1_000, 12, 7, 1));
        load(700, Source.CASH);

        assertThat(load(301, Source.CASH))
                .isEqualTo(
                        new Visit.Refused(
                                new PurseRefusal.AboveMaximum(medium, eur(1_000), eur(300))));
        now = now.plus(Duration.ofDays(365 * 6));
        assertThat(load(1, Source.CASH))
                .extracting(visit -> ((Visit.Refused) visit).refusal())
                .isInstanceOf(PurseRefusal.Expired.class);
        assertThat(site.purses().expire(Actor.system("bridge"))).isEqualTo(1);
        assertThat(purse().stated()).isEqualTo(eur(0));
        assertThat(purse().state()).isEqualTo(Purses.State.EXPIRED);
    }

    /// The books have the order, the card has not; and the card has it, the books do not know.
    @Test
    void killedInMidLoadTheNextLookSettlesItToTheCent() throws Exception {
        for (int apdu = 0; apdu < 60; apdu++) {
            for (boolean carriedOut : new boolean[] {false, true}) {
                long before = purse().stated().minor();
                if (carriedOut) {
                    card.tearAfter(apdu);
                } else {
                    card.tearBefore(apdu);
                }
                try {
                    load(10, Source.CASH);
                } catch (app.lodge.core.devices.DeviceException _) {
                    // torn at the look before the order
                }
                card.holdStill();

                var look = desk.look(CHIEF, reader, SOON);

                assertThat(purse().stated().minor())
                        .as("APDU %d, carried out %s", apdu, carriedOut)
                        .isEqualTo(look.card().value())
                        .isBetween(before, before + 10);
                assertThat(purse().waiting()).isEmpty();
            }
        }
        assertThat(site.purses().alarms(CHIEF)).isEmpty();
        assertThat(site.accounts().audit(CHIEF)).isEmpty();
    }

    @Test
    void aTornLoadIsFinishedWithTheSameCardAndBookedOnce() throws Exception {
        card.tearBefore(30);
        var torn = load(500, Source.CASH);
        assertThat(torn).isInstanceOf(Visit.Torn.class);
        var half = (Visit.Torn) torn;

        assertThat(desk.finish(CHIEF, reader, SOON, half.uid(), half.order()))
                .isInstanceOf(Visit.Done.class);
        assertThat(desk.finish(CHIEF, reader, SOON, half.uid(), half.order()))
                .isInstanceOf(Visit.Done.class);
        assertThat(purse().stated()).isEqualTo(eur(500));
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(500);
    }

    @Test
    void aLostPurseMovesToItsReplacementAfterTheWaitingTime() throws Exception {
        load(2_000, Source.CASH);
        var late = spend(card, 1, 400);
        site.media().block(CHIEF, RequestId.fresh(), medium, BlockReason.LOST);
        var second = medium(SECOND);
        var fresh = VirtualDesfire.blank(VirtualDesfire.Generation.EV2, SECOND, new Random(2));
        reader.insert(fresh);
        desk.prepare(CHIEF, reader, SOON, second, SECOND);

        assertThat(desk.move(CHIEF, RequestId.fresh(), reader, SOON, medium, 0))
                .extracting(visit -> ((Visit.Refused) visit).refusal())
                .isInstanceOf(PurseRefusal.TooEarly.class);
        upload(late);
        now = now.plus(Duration.ofDays(8));
        assertThat(desk.move(CHIEF, RequestId.fresh(), reader, SOON, medium, 0))
                .isInstanceOf(Visit.Done.class);

        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(1_600);
        assertThat(purse().stated()).isEqualTo(eur(0));
        assertThat(purse().state()).isEqualTo(Purses.State.MOVED);
        assertThat(site.purses().find(CHIEF, second).orElseThrow().stated()).isEqualTo(eur(1_600));
        assertThat(desk.move(CHIEF, RequestId.fresh(), reader, SOON, medium, 0))
                .isInstanceOf(Visit.Refused.class);
    }

    /// A card without a name holds less, and is lost like a banknote, where the country's law says so.
    @Test
    @Tag("CHAIN-20")
    void aCardWithoutANameHoldsLessAndItsLossIsNotTaken() throws Exception {
        site.purses()
                .changeRules(
                        CHIEF,
                        RequestId.fresh(),
                        new PurseRules(15_000, 12, 0, 1, new PurseLaw("DE", Loss.NAMED, 1_000)));
        assertThat(load(2_000, Source.CASH)).as("named").isInstanceOf(Visit.Done.class);
        person =
                ((EnrolOutcome.Enrolled) site.people().enrolNameless(CHIEF, RequestId.fresh()))
                        .person()
                        .id();
        var first = medium(SECOND);
        reader.insert(VirtualDesfire.blank(VirtualDesfire.Generation.EV2, SECOND, new Random(2)));
        desk.prepare(CHIEF, reader, SOON, first, SECOND);
        assertThat(load(1_000, Source.CASH)).isInstanceOf(Visit.Done.class);
        assertThat(load(1, Source.CASH))
                .isEqualTo(new Visit.Refused(new PurseRefusal.NameNeeded(first, eur(1_000))));

        site.media().block(CHIEF, RequestId.fresh(), first, BlockReason.LOST);
        var third = new Uid("04A1B2C3D4E5F8");
        var next = medium(third);
        reader.insert(VirtualDesfire.blank(VirtualDesfire.Generation.EV2, third, new Random(3)));
        desk.prepare(CHIEF, reader, SOON, next, third);
        assertThat(desk.move(CHIEF, RequestId.fresh(), reader, SOON, first, 0))
                .isEqualTo(new Visit.Refused(new PurseRefusal.LossNotTaken(first)));
        assertThat(
                        site.purses()
                                .changeRules(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new PurseRules(
                                                15_000,
                                                12,
                                                0,
                                                1,
                                                new PurseLaw("Germany", Loss.ALL, -1))))
                .isInstanceOf(Purses.RulesOutcome.Rejected.class);
    }

    @Test
    @Tag("CHAIN-46")
    void aRevokedPurseIsOnTheNumberedListAndTakesNothing() throws Exception {
        assertThat(site.purses().revoke(CHIEF, RequestId.fresh(), medium))
                .isEqualTo(new Purses.RevokeOutcome.OnList(1));
        assertThat(site.purses().revoke(CHIEF, RequestId.fresh(), medium))
                .isEqualTo(new Purses.RevokeOutcome.OnList(1));
        assertThat(site.purses().revoked(CHIEF))
                .containsExactly(new Purses.Revoked(1, medium, FIRST.hex()));
        assertThat(load(100, Source.CASH)).isInstanceOf(Visit.Refused.class);
    }

    @Test
    void aRolledBackPurseIsFoundAndLoadsNoMore() throws Exception {
        load(2_000, Source.CASH);
        var image = folder.resolve("image");
        upload(spend(card, 1, 400));
        var other =
                VirtualDesfire.keptIn(image, VirtualDesfire.Generation.EV2, FIRST, new Random(3));
        reader.insert(other);
        new PurseEncoder(site.cardKeys())
                .encode(
                        CHIEF,
                        reader,
                        SOON,
                        FIRST,
                        new app.lodge.core.purse.PurseState(1, 978, null, 0, 0),
                        50_000);

        desk.look(CHIEF, reader, SOON);

        assertThat(site.purses().alarms(CHIEF))
                .extracting(Purses.Alarm::finding)
                .containsExactly(Finding.ROLLED_BACK);
        assertThat(load(100, Source.CASH))
                .extracting(visit -> ((Visit.Refused) visit).refusal())
                .isEqualTo(new PurseRefusal.UnderSuspicion(medium, 1));
        var alarm = site.purses().alarms(CHIEF).getFirst().number();
        assertThat(site.purses().settle(CHIEF, RequestId.fresh(), alarm)).isTrue();
    }

    @Test
    void aForgedRecordIsKeptButNotBooked() throws Exception {
        load(2_000, Source.CASH);
        var record = spend(card, 1, 400);
        var forged = record.with(new byte[8]);

        assertThat(upload(forged)).isEqualTo(new Purses.Taken(null, "not-booked"));

        assertThat(site.purses().alarms(CHIEF))
                .extracting(Purses.Alarm::finding)
                .containsExactly(Finding.FORGED_RECORD);
        assertThat(purse().stated()).isEqualTo(eur(2_000));
    }
}
