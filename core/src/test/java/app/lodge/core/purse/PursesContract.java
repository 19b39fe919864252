package app.lodge.core.purse;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Postings.Refund;
import app.lodge.core.accounts.Postings.Reversal;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Obstacle;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.PrivacyDesk;
import app.lodge.core.purse.PurseDetector.Finding;
import app.lodge.core.purse.Purses.OrderOutcome;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.purse.Purses.Wish;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the books promise of purses, on every database.
abstract class PursesContract {

    private static final Uid OLD = new Uid("04A1B2C3D4E5F6");
    private static final Uid NEW = new Uid("04A1B2C3D4E5F7");

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Site site;
    private PrivacyDesk desk;
    private PersonId person;
    private MediumId medium;
    private long till;
    private final List<PurseRecord> ring = new ArrayList<>();

    /// Of `lodge.properties`; empty for the embedded books.
    abstract String properties() throws Exception;

    @BeforeEach
    void open() throws Exception {
        Home home = PrivacyDesk.home(folder.resolve("home"), properties());
        site = Site.open(home, () -> now, PrivacyDesk.CHEAP);
        desk = new PrivacyDesk(site);
        person = desk.enrolled(PersonDetails.named("Ana", "Horvat"));
        till = desk.device("till-1", DeviceKind.PAYMENT_POINT).number();
        medium = desk.card(person, OLD);
        assertThat(site.purses().open(CHIEF, RequestId.fresh(), medium))
                .isInstanceOf(Purses.OpenOutcome.Opened.class);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private PurseRecord record(Uid uid, PurseKind kind, long terminal, long sequence, long amount) {
        long before = ring.isEmpty() ? 0 : ring.getLast().balanceAfter();
        var open =
                new PurseRecord(
                        ring.size() + 1L,
                        kind,
                        terminal,
                        sequence,
                        1,
                        now,
                        amount,
                        before + kind.sign() * amount,
                        0,
                        978,
                        1,
                        "0000000000000000");
        var made = open.with(site.cardKeys().purseCheck(CHIEF, uid, 1, open.checked()));
        ring.add(made);
        return made;
    }

    private Purses.SeenOutcome see(Uid uid) {
        long value = ring.isEmpty() ? 0 : ring.getLast().balanceAfter();
        var state = new PurseState(1, 978, null, 0, ring.size());
        return site.purses()
                .seen(
                        CHIEF,
                        RequestId.fresh(),
                        new PurseOnCard(uid, "DESFire EV2", state, value, ring));
    }

    private OrderOutcome.Ordered order(PurseKind kind, long minor, Source source, long refunds) {
        return (OrderOutcome.Ordered)
                site.purses()
                        .order(
                                CHIEF,
                                RequestId.fresh(),
                                new Wish(medium, kind, eur(minor), source, refunds));
    }

    private void load(long minor, Source source) {
        var ordered = order(PurseKind.LOAD, minor, source, 0);
        record(OLD, PurseKind.LOAD, 0, ordered.order(), minor);
        assertThat(see(OLD).settled()).hasSize(1);
    }

    private EraseOutcome erase() {
        return site.privacy()
                .erase(CHIEF, RequestId.fresh(), person, ErasureGround.ASKED_BY_PERSON, "letter");
    }

    private Purses.Purse purse() {
        return site.purses().find(CHIEF, medium).orElseThrow();
    }

    @Test
    @Tag("CHAIN-22")
    @Tag("CHAIN-32")
    void loadSpendRefundAndPayOutComeToTheCent() {
        load(2_000, Source.CASH);
        var spent = record(OLD, PurseKind.DEBIT, till, 1, 350);
        var device = Actor.device(till, "till-1");
        assertThat(site.purses().takeIn(device, till, OLD, spent).posting()).isNotNull();
        see(OLD);
        var back = order(PurseKind.REFUND, 100, Source.PURCHASE, 2);
        record(OLD, PurseKind.REFUND, 0, back.order(), 100);
        see(OLD);
        var out = order(PurseKind.PAY_OUT, 750, Source.CASH, 0);
        record(OLD, PurseKind.PAY_OUT, 0, out.order(), 750);
        assertThat(see(OLD).settled().getFirst().receipt()).isNotNull();

        assertThat(purse().stated()).isEqualTo(eur(1_000));
        assertThat(purse().waiting()).isEmpty();
        assertThat(site.purses().alarms(CHIEF)).isEmpty();
        assertThat(site.accounts().audit(CHIEF)).isEmpty();
    }

    @Test
    @Tag("CHAIN-22")
    @Tag("CHAIN-46")
    void aLostPurseIsRevokedAndMovesAfterTheWaitingTime() {
        load(1_500, Source.CASH);
        assertThat(site.purses().revoke(CHIEF, RequestId.fresh(), medium))
                .isEqualTo(new Purses.RevokeOutcome.OnList(1));
        desk.block(medium);
        var second = desk.card(person, NEW);
        site.purses().open(CHIEF, RequestId.fresh(), second);
        assertThat(site.purses().move(CHIEF, RequestId.fresh(), medium, second, 0))
                .extracting(it -> ((OrderOutcome.Refused) it).refusal())
                .isInstanceOf(PurseRefusal.TooEarly.class);
        now = now.plus(Duration.ofDays(8));
        assertThat(site.purses().move(CHIEF, RequestId.fresh(), medium, second, 0))
                .isInstanceOf(OrderOutcome.Ordered.class);
        assertThat(purse().state()).isEqualTo(Purses.State.MOVED);
        assertThat(site.purses().find(CHIEF, second).orElseThrow().stated()).isEqualTo(eur(1_500));
    }

    /// Its value is on the card and in nobody's hands: a point without the block would take it, whatever its own rule
    /// for accounts says, and only once for all points.
    @Test
    @Tag("ID-42")
    @Tag("CHAIN-18")
    void aLostPurseCouldBeSpentOnceWhereItsBlockIsNotKnown() {
        desk.device("till-2", DeviceKind.PAYMENT_POINT);
        load(1_500, Source.CASH);
        desk.block(medium);
        var open = site.media().spread(CHIEF, medium);
        assertThat(open.unconfirmed())
                .extracting(Media.Unconfirmed::device, Media.Unconfirmed::purse)
                .containsExactlyInAnyOrder(tuple("till-1", 1_500L), tuple("till-2", 1_500L));
        assertThat(open.spendable()).isEqualTo(1_500);
        assertThat(open.mostAtOne()).isEqualTo(1_500);
        assertThat(site.overview().today(CHIEF).spendable()).isEqualTo(eur(1_500));

        var second = desk.card(person, NEW);
        site.purses().open(CHIEF, RequestId.fresh(), second);
        now = now.plus(Duration.ofDays(8));
        site.purses().move(CHIEF, RequestId.fresh(), medium, second, 0);
        assertThat(purse().stated()).as("moved").isEqualTo(eur(0));
        assertThat(site.media().spread(CHIEF, medium).spendable())
                .as("what was moved is still on the lost card")
                .isEqualTo(1_500);
    }

    @Test
    @Tag("ID-42")
    void aWeakChipsPurseCouldBeSpentOnlyWhereSuchChipsAreTaken() {
        var weak = desk.card(person, NEW, "MIFARE Classic 1K");
        site.purses().open(CHIEF, RequestId.fresh(), weak);
        site.purses()
                .order(
                        CHIEF,
                        RequestId.fresh(),
                        new Wish(weak, PurseKind.LOAD, eur(900), Source.CASH, 0));
        desk.block(weak);
        assertThat(site.media().spread(CHIEF, weak).spendable()).isZero();
        site.devices()
                .configure(
                        CHIEF,
                        RequestId.fresh(),
                        new DeviceId(till),
                        Map.of("purse.classic", "allow"));
        assertThat(site.media().spread(CHIEF, weak).spendable())
                .as("a load that may be on the card counts")
                .isEqualTo(900);
    }

    @Test
    @Tag("CHAIN-43")
    void aCardBehindWhatWasKnownRaisesAnAlarmThatIsSettled() {
        load(2_000, Source.CASH);
        record(OLD, PurseKind.DEBIT, till, 1, 350);
        see(OLD);
        ring.removeLast();
        see(OLD);
        var alarm = site.purses().alarms(CHIEF).getFirst();
        assertThat(alarm.finding()).isEqualTo(Finding.ROLLED_BACK);
        assertThat(site.purses().settle(CHIEF, RequestId.fresh(), alarm.number())).isTrue();
        assertThat(site.purses().settle(CHIEF, RequestId.fresh(), alarm.number())).isFalse();
    }

    @Test
    void expiredValueBecomesIncomeOnce() {
        load(2_000, Source.CASH);
        now = now.plus(Duration.ofDays(365 * 6));
        assertThat(site.purses().expire(Actor.system("bridge"))).isEqualTo(1);
        assertThat(site.purses().expire(Actor.system("bridge"))).isZero();
        assertThat(purse().stated()).isEqualTo(eur(0));
    }

    /// The money would be back on the account and still on the card.
    @Test
    @Tag("ID-26")
    void noPostingOfAPurseIsUndoneInTheBooksAlone() {
        desk.topUp(person, 3_000);
        load(1_200, Source.ACCOUNT);
        var account = site.accounts().ofPerson(CHIEF, person).orElseThrow().id();
        var loaded = purse().newest().getFirst().posting();
        var reversed =
                site.postings()
                        .reverse(
                                CHIEF,
                                RequestId.fresh(),
                                new Reversal(loaded, Grounds.of(Reason.OTHER)));
        assertThat(((MoveOutcome.Rejected) reversed).problems())
                .extracting(it -> it.key())
                .containsExactly("postings.on-a-card");
        var spent = record(OLD, PurseKind.DEBIT, till, 1, 350);
        long purchase =
                site.purses().takeIn(Actor.device(till, "till-1"), till, OLD, spent).posting();
        var refunded =
                site.postings()
                        .refund(
                                CHIEF,
                                RequestId.fresh(),
                                new Refund(purchase, null, Grounds.of(Reason.OTHER)));
        assertThat(((MoveOutcome.Rejected) refunded).problems())
                .extracting(it -> it.key())
                .containsExactly("postings.on-a-card");
        assertThat(site.accounts().find(CHIEF, account).orElseThrow().balance())
                .isEqualTo(eur(1_800));
    }

    @Test
    @Tag("ID-55")
    void whoHasValueOnACardIsNotErasedBeforeItIsSettled() {
        load(500, Source.CASH);
        desk.block(medium);
        var refused = (EraseOutcome.Refused) erase();
        assertThat(refused.obstacles())
                .contains(
                        new Obstacle.PurseLeft(
                                site.media().find(CHIEF, medium).orElseThrow().number(), eur(500)));
        now = now.plus(Duration.ofDays(365 * 6));
        site.purses().expire(Actor.system("bridge"));
        var later = erase();
        assertThat(later instanceof EraseOutcome.Refused(var left) ? left : List.of())
                .noneMatch(it -> it instanceof Obstacle.PurseLeft);
    }
}
