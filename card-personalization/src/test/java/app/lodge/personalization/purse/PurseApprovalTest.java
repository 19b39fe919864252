package app.lodge.personalization.purse;

import static app.lodge.personalization.cards.CardDesk.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.AccountRules.ApprovalLevels;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Reason;
import app.lodge.core.approvals.ApprovalState;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.approvals.Remark;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four eyes on value that leaves a card in cash, or a lost card for its replacement: the second person
/// comes before the card, and for just one act.
@Tag("ID-27")
@Tag("CHAIN-22")
class PurseApprovalTest {

    private static final Actor CHIEF = new Actor(1, "chief", Role.ADMINISTRATOR, "desk-1");
    private static final Actor DEPUTY = new Actor(2, "deputy", Role.ADMINISTRATOR, "desk-2");
    private static final Uid FIRST = new Uid("04A1B2C3D4E5F6");
    private static final Uid SECOND = new Uid("04A1B2C3D4E5F7");

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Site site;
    private PersonId person;
    private MediumId medium;
    private VirtualDesfire card;
    private final InProcessReader reader = new InProcessReader("desk reader");
    private PurseDesk desk;

    @BeforeEach
    void aCardWithSixtyAndALevelOfTwenty() throws Exception {
        site = FoundedSite.in(folder, () -> now);
        desk = new PurseDesk(site.purses(), site.cardKeys());
        var rules = AccountRules.STANDARD;
        assertThat(
                        site.moneyRules()
                                .change(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new AccountRules(
                                                rules.transfers(),
                                                new ApprovalLevels(2_000, 2_000, 0, 0),
                                                rules.tariff(),
                                                rules.taxCodes(),
                                                rules.dormantMonths())))
                .isInstanceOf(MoneyRules.RulesOutcome.Changed.class);
        person = FoundedSite.ana(site);
        medium = medium(FIRST);
        card = prepared(medium, FIRST, 1);
        assertThat(desk.load(CHIEF, RequestId.fresh(), reader, SOON, eur(6_000), Source.CASH))
                .isInstanceOf(Visit.Done.class);
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(site.accounts().audit(CHIEF)).isEmpty();
        assertThat(site.purses().alarms(CHIEF)).isEmpty();
        site.close();
    }

    private VirtualDesfire prepared(MediumId whose, Uid uid, int seed) throws Exception {
        var fresh = VirtualDesfire.blank(VirtualDesfire.Generation.EV2, uid, new Random(seed));
        reader.insert(fresh);
        assertThat(desk.prepare(CHIEF, reader, SOON, whose, uid)).isTrue();
        return fresh;
    }

    private MediumId medium(Uid uid) {
        var jobs = site.cardJobs();
        var order = new CardOrder(person, "file:cards", "sim:reader", "s@1");
        var job = ((Ordered) jobs.order(CHIEF, RequestId.fresh(), order)).job();
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
        return Money.of(minor, "EUR");
    }

    private Visit payOut(long minor, long approval) throws DeviceException {
        return desk.payOut(CHIEF, RequestId.fresh(), reader, SOON, eur(minor), approval);
    }

    private Visit move(long approval) throws DeviceException {
        return desk.move(CHIEF, RequestId.fresh(), reader, SOON, medium, approval);
    }

    private static Matter matter(Visit visit) {
        return ((Visit.NeedsApproval) visit).matter();
    }

    private long asked(Matter matter) {
        var outcome =
                site.approvals()
                        .ask(CHIEF, RequestId.fresh(), matter, Grounds.of(Reason.HOLDER_REQUEST));
        return ((Approvals.AskOutcome.Asked) outcome).approval().number();
    }

    private void decide(long number, boolean approved) {
        assertThat(
                        site.approvals()
                                .decide(
                                        DEPUTY,
                                        RequestId.fresh(),
                                        number,
                                        new Approvals.Decision(approved, Remark.NONE, "")))
                .isInstanceOf(Approvals.DecideOutcome.Decided.class);
    }

    private long approved(Matter matter) {
        var number = asked(matter);
        decide(number, true);
        return number;
    }

    private ApprovalState state(long number) {
        return site.approvals().find(CHIEF, number).orElseThrow().state();
    }

    private Purses.Purse purse(MediumId of) {
        return site.purses().find(CHIEF, of).orElseThrow();
    }

    /// Card and books, read anew.
    private void holds(long minor) throws DeviceException {
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(minor);
        assertThat(purse(medium).stated()).isEqualTo(eur(minor));
        assertThat(purse(medium).waiting()).isEmpty();
    }

    @Test
    void upToTheLevelNobodyIsAsked() throws Exception {
        assertThat(payOut(2_000, 0)).isInstanceOf(Visit.Done.class);
        holds(4_000);
    }

    @Test
    void aboveItTheCardWaitsForTheSecondPersonAndIsWrittenOnce() throws Exception {
        var needed = payOut(2_001, 0);
        assertThat(((Visit.NeedsApproval) needed).above()).isEqualTo(eur(2_000));
        assertThat(matter(needed).verb()).isEqualTo(Verb.PURSE_PAY_OUT);
        holds(6_000);
        var number = asked(matter(needed));
        assertThat(payOut(2_001, number)).isEqualTo(new Visit.NotApproved(number));
        holds(6_000);
        decide(number, true);
        var paid = payOut(2_001, number);
        assertThat(((Visit.Done) paid).receipt().amount()).isEqualTo(eur(-2_001));
        assertThat(state(number)).isEqualTo(ApprovalState.USED);
        assertThat(payOut(2_001, number)).isEqualTo(new Visit.NotApproved(number));
        holds(3_999);
    }

    @Test
    void aSecondAnswerToOneRequestIsNotASecondPayOut() throws Exception {
        var number = approved(matter(payOut(3_000, 0)));
        var request = RequestId.fresh();
        desk.payOut(CHIEF, request, reader, SOON, eur(3_000), number);
        desk.payOut(CHIEF, request, reader, SOON, eur(3_000), number);
        holds(3_000);
    }

    @Test
    void refusedWithdrawnAndExpiredLeaveTheCardAsItWas() throws Exception {
        var matter = matter(payOut(3_000, 0));
        var refused = asked(matter);
        decide(refused, false);
        assertThat(payOut(3_000, refused)).isEqualTo(new Visit.NotApproved(refused));
        var withdrawn = asked(matter);
        site.approvals().withdraw(CHIEF, RequestId.fresh(), withdrawn);
        assertThat(payOut(3_000, withdrawn)).isEqualTo(new Visit.NotApproved(withdrawn));
        var late = approved(matter);
        now = now.plus(Duration.ofMinutes(15));
        assertThat(payOut(3_000, late)).isEqualTo(new Visit.NotApproved(late));
        assertThat(state(late)).isEqualTo(ApprovalState.EXPIRED);
        holds(6_000);
    }

    @Test
    void anotherAmountOrAnotherCardIsNotApproved() throws Exception {
        var number = approved(matter(payOut(3_000, 0)));
        assertThat(payOut(3_001, number)).isEqualTo(new Visit.NotApproved(number));
        holds(6_000);
        var other = medium(SECOND);
        prepared(other, SECOND, 2);
        desk.load(CHIEF, RequestId.fresh(), reader, SOON, eur(5_000), Source.CASH);
        assertThat(payOut(3_000, number)).isEqualTo(new Visit.NotApproved(number));
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(5_000);
        assertThat(state(number)).isEqualTo(ApprovalState.APPROVED);
    }

    /// What something else refuses leaves the approval to be used when that is mended.
    @Test
    void aPayOutBeyondTheValueUsesNoApprovalUp() throws Exception {
        var number = approved(matter(payOut(5_000, 0)));
        payOut(1_500, 0);
        assertThat(payOut(5_000, number)).isInstanceOf(Visit.Refused.class);
        assertThat(state(number)).isEqualTo(ApprovalState.APPROVED);
        holds(4_500);
    }

    /// Whatever is torn: all of it or none, and the approval never twice.
    @Test
    void killedInMidPayOutTheNextLookSettlesItAndTheApprovalIsSpentWithTheOrder() throws Exception {
        long left = 6_000;
        for (int apdu = 0; apdu < 48; apdu += 3) {
            for (boolean carriedOut : new boolean[] {false, true}) {
                if (left < 2_100) {
                    var topUp = RequestId.fresh();
                    desk.load(CHIEF, topUp, reader, SOON, eur(6_000 - left), Source.CASH);
                }
                long before = purse(medium).stated().minor();
                var number = approved(matter(payOut(2_001, 0)));
                if (carriedOut) {
                    card.tearAfter(apdu);
                } else {
                    card.tearBefore(apdu);
                }
                try {
                    payOut(2_001, number);
                } catch (DeviceException _) {
                    // torn at the look before the order
                }
                card.holdStill();
                left = desk.look(CHIEF, reader, SOON).card().value();
                assertThat(left)
                        .as("APDU %d, carried out %s", apdu, carriedOut)
                        .isIn(before, before - 2_001);
                holds(left);
                if (left != before) {
                    assertThat(state(number)).isEqualTo(ApprovalState.USED);
                }
                if (state(number) == ApprovalState.USED) {
                    assertThat(payOut(2_001, number))
                            .isInstanceOfAny(Visit.NotApproved.class, Visit.Refused.class);
                    holds(left);
                }
            }
        }
    }

    @Test
    void aLostCardsValueMovesOnlyWithASecondPersonsWordOnJustThat() throws Exception {
        site.media().block(CHIEF, RequestId.fresh(), medium, BlockReason.LOST);
        var second = medium(SECOND);
        var replacement = prepared(second, SECOND, 2);
        now = now.plus(Duration.ofDays(8));
        var needed = matter(move(0));
        assertThat(needed.verb()).isEqualTo(Verb.PURSE_MOVE);
        assertThat(needed.amount()).isEqualTo(eur(6_000));
        assertThat(purse(medium).state()).isEqualTo(Purses.State.ACTIVE);
        assertThat(purse(medium).stated()).isEqualTo(eur(6_000));

        var number = asked(needed);
        decide(number, false);
        assertThat(move(number)).isEqualTo(new Visit.NotApproved(number));
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isZero();

        var good = approved(needed);
        assertThat(move(good)).isInstanceOf(Visit.Done.class);
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(6_000);
        assertThat(purse(medium).state()).isEqualTo(Purses.State.MOVED);
        assertThat(purse(medium).stated()).isEqualTo(eur(0));
        assertThat(state(good)).isEqualTo(ApprovalState.USED);
        assertThat(move(good)).isInstanceOf(Visit.Refused.class);
    }

    /// The new card has it, or the lost one still does and moves with another word.
    @Test
    void aMoveThatTheNewCardNeverGotIsMadeAgain() throws Exception {
        site.media().block(CHIEF, RequestId.fresh(), medium, BlockReason.LOST);
        var second = medium(SECOND);
        var replacement = prepared(second, SECOND, 2);
        now = now.plus(Duration.ofDays(8));
        int again = 0;
        for (int apdu = 20; purse(medium).state() != Purses.State.MOVED; apdu++) {
            var number = approved(matter(move(0)));
            replacement.tearAfter(apdu);
            try {
                move(number);
            } catch (DeviceException _) {
                // torn at the look before the order
            }
            replacement.holdStill();
            long value = desk.look(CHIEF, reader, SOON).card().value();
            assertThat(purse(second).stated()).as("APDU %d", apdu).isEqualTo(eur(value));
            assertThat(purse(medium).stated()).isEqualTo(eur(6_000 - value));
            assertThat(purse(medium).state())
                    .as("value is left on it")
                    .isEqualTo(value == 0 ? Purses.State.ACTIVE : Purses.State.MOVED);
            again += value == 0 && state(number) == ApprovalState.USED ? 1 : 0;
        }
        assertThat(again).as("torn after the order, before the card").isPositive();
        assertThat(desk.look(CHIEF, reader, SOON).card().value()).isEqualTo(6_000);
    }
}
