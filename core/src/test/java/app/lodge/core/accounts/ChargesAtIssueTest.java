package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.BlankStock;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.EnrolOutcome.Enrolled;
import app.lodge.core.media.ContactKeys.Enrolment;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.media.IssueCharges;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.MediaLife.Rules;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Spreading;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Person 1 has card 1 from the start; person 2 has given theirs back.
@Tag("ID-63")
final class ChargesAtIssueTest {

    private final Site site = Site.inMemory(2, 1);
    private final CardJobs jobs = CardJobs.in(site.books, MediaCharges.atIssue(site.keeping));
    private final Media media = Media.in(site.books, Spreading.nowhere());
    private int uids;

    @BeforeEach
    void tariff() {
        site.setMedium(2, MediumState.RETURNED);
        tariff(500, AccountRules.Uncovered.CASH);
    }

    private void tariff(long deposit, AccountRules.Uncovered uncovered) {
        site.moneyRules.change(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new AccountRules(
                        AccountRules.STANDARD.transfers(),
                        AccountRules.STANDARD.approvals(),
                        new Tariff(
                                deposit,
                                250,
                                Map.of(BlockReason.LOST, 1_000L),
                                "standard",
                                uncovered),
                        Map.of("standard", 1_900),
                        24));
    }

    @AfterEach
    void close() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    void aFirstCardCostsFeeAndDepositOnceHoweverOftenItIsReported() {
        topUp(2, 1_000);
        var due = site.charges.due(Site.CLERK, new PersonId(2)).orElseThrow();
        assertThat(due)
                .isEqualTo(
                        new MediaCharges.Due(
                                Site.eur(250), Site.eur(500), null, Site.eur(0), true));
        var job = printed(2);
        assertThat(balance(2)).as("not before it is issued").isEqualTo(1_000);
        assertThat(site.account(2).reserved()).as("but reserved").isEqualTo(Site.eur(750));
        jobs.advance(Site.CLERK, job.id(), JobState.ISSUED, Map.of());
        jobs.advance(Site.CLERK, job.id(), JobState.ISSUED, Map.of("eject", "again"));
        assertThat(balance(2)).isEqualTo(250);
        assertThat(site.account(2).reserved()).isEqualTo(Site.eur(0));
        assertThat(site.charges.depositHeld(Site.CLERK, job.medium())).contains(Site.eur(500));
        assertThat(
                        site.charges.issue(
                                Site.CLERK,
                                RequestId.fresh(),
                                new MediaCharges.Charge(job.medium(), Grounds.of(Reason.OTHER))))
                .as("by hand, too")
                .isInstanceOf(MoveOutcome.Refused.class);
        assertThat(balance(2)).isEqualTo(250);
        var fee = site.books.read(sql -> sql.fetch("select tax from posting_tax")).getValues(0);
        assertThat(fee).isEqualTo(List.of(40L));
    }

    @Test
    void aCardThatTheClerkFoundGoodIsChargedTooAndARepeatedAnswerIsNot() {
        topUp(2, 1_000);
        var job = printed(2);
        var request = RequestId.fresh();
        jobs.resolve(Site.CLERK, request, job.id(), Resolution.GOOD);
        jobs.resolve(Site.CLERK, request, job.id(), Resolution.GOOD);
        assertThat(balance(2)).isEqualTo(250);
    }

    /// Where two cards at a time are allowed, a second one replaces nothing (ID-07).
    @Test
    void whatIsSaidBeforehandIsWhatIsTaken() {
        topUp(2, 5_000);
        issued(2);
        var usual = Rules.usual();
        MediaLife.in(site.books, BlankStock.uncounted(), () -> ZoneOffset.UTC)
                .changeRules(
                        Site.ADMINISTRATOR,
                        RequestId.fresh(),
                        new Rules(
                                usual.afterReturn(), usual.loansEnd(), Map.of(MediumKind.CARD, 2)));
        var due = site.charges.due(Site.CLERK, new PersonId(2)).orElseThrow();
        assertThat(due.replaces()).isNull();
        var before = balance(2);
        issued(2);
        assertThat(before - balance(2)).isEqualTo(due.fee().minor() + due.deposit().minor());
    }

    @Test
    @Tag("KEY-05")
    void aContactKeysDepositIsTheFirstHoldersAgainAsItIsHandedOn() {
        topUp(1, 2_000);
        topUp(2, 2_000);
        var keys =
                ContactKeys.in(
                        site.books, MediaCharges.atIssue(site.keeping), BlankStock.uncounted());
        key(keys, 1, Present.KEEP);
        assertThat(balance(1)).isEqualTo(2_000 - 750);
        key(keys, 2, Present.REASSIGN);
        assertThat(balance(1)).isEqualTo(2_000 - 250);
        assertThat(balance(2)).isEqualTo(2_000 - 750);
    }

    private static void key(ContactKeys keys, long person, Present present) {
        var uid = new Uid("0CC5A7D3020000D5");
        var wanted = new Enrolment(new PersonId(person), uid, "DS1996", "7", present);
        if (keys.enrol(Site.CLERK, RequestId.fresh(), wanted) instanceof Enrolled(var key)) {
            keys.ready(Site.CLERK, RequestId.fresh(), key.medium().id(), uid, 1);
        }
    }

    @Test
    void aSpoiledCardCostsNothing() {
        topUp(2, 1_000);
        var job = printed(2);
        jobs.resolve(Site.CLERK, RequestId.fresh(), job.id(), Resolution.SPOILED);
        assertThat(balance(2)).isEqualTo(1_000);
        assertThat(site.account(2).reserved()).isEqualTo(Site.eur(0));
    }

    @Test
    void aReplacementCostsItsOwnFeeAndTheDepositGoesOverToIt() {
        topUp(2, 3_000);
        issued(2);
        var first = media.ofPerson(Site.CLERK, new PersonId(2)).getFirst();
        media.block(Site.CLERK, RequestId.fresh(), first.id(), BlockReason.LOST);
        assertThat(site.charges.due(Site.CLERK, new PersonId(2)).orElseThrow())
                .isEqualTo(
                        new MediaCharges.Due(
                                Site.eur(1_000), Site.eur(0), BlockReason.LOST, Site.eur(0), true));
        tariff(
                700,
                AccountRules.Uncovered
                        .CASH); // what was paid is what moves, not what a new one pays
        var second = issued(2);
        assertThat(balance(2)).isEqualTo(3_000 - 750 - 1_000);
        assertThat(site.charges.depositHeld(Site.CLERK, first.id())).contains(Site.eur(0));
        assertThat(site.charges.depositHeld(Site.CLERK, second)).contains(Site.eur(500));
        var grounds = Grounds.of(Reason.OTHER);
        assertThat(
                        site.charges.giveBack(
                                Site.CLERK,
                                RequestId.fresh(),
                                new MediaCharges.Charge(first.id(), grounds)))
                .as("nothing is left under the number that is gone")
                .isEqualTo(new MoveOutcome.Refused(new Refusal.NoDeposit(first.id())));
        site.charges.giveBack(
                Site.CLERK, RequestId.fresh(), new MediaCharges.Charge(second, grounds));
        assertThat(balance(2)).isEqualTo(3_000 - 750 - 1_000 + 500);
    }

    @Test
    void whatWasChargedHasANumberedReceiptThatIsCopiedFromThenOn() {
        topUp(2, 3_000);
        issued(2);
        var fee =
                site
                        .accounts
                        .movements(Site.CLERK, site.id(2), LookPurpose.COUNTER, null, 10)
                        .rows()
                        .stream()
                        .filter(movement -> movement.kind() == PostingKind.FEE)
                        .findFirst()
                        .orElseThrow();
        var receipt = site.accounts.receiptOf(Site.CLERK, fee.posting()).orElseThrow();
        assertThat(receipt.amount()).isEqualTo(Site.eur(-250));
        assertThat(receipt.means()).isEqualTo(PaymentMeans.ACCOUNT);
        assertThat(site.accounts.copyOfReceipt(Site.CLERK, fee.posting()).orElseThrow().number())
                .isEqualTo(receipt.number());
        assertThat(site.accounts.receiptOf(Site.CLERK, fee.posting())).isEmpty();
    }

    @Test
    void whoHasTooLittleGetsNoCardUntilTheDeskHasTakenTheRest() {
        topUp(2, 100);
        var due = site.charges.due(Site.CLERK, new PersonId(2)).orElseThrow();
        assertThat(due.missing()).isEqualTo(Site.eur(650));
        assertThat(order(2))
                .isEqualTo(
                        new OrderOutcome.NotCovered(
                                new IssueCharges.Shortfall(Site.eur(750), Site.eur(650), true)));
        assertThat(media.ofPerson(Site.CLERK, new PersonId(2)))
                .as("nothing was ordered")
                .noneMatch(medium -> medium.state() == MediumState.PREPARING);
        tariff(500, AccountRules.Uncovered.REFUSE);
        assertThat(order(2))
                .isEqualTo(
                        new OrderOutcome.NotCovered(
                                new IssueCharges.Shortfall(Site.eur(750), Site.eur(650), false)));
        topUp(2, 650);
        issued(2);
        assertThat(balance(2)).isZero();
    }

    @Test
    void anOverdraftPaysForACardAndNoMoreThanThat() {
        site.limits.set(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new Limit(
                        Limit.Kind.OVERDRAFT, Limit.Owner.ACCOUNT, site.id(2).number(), 749, null));
        assertThat(order(2)).isInstanceOf(OrderOutcome.NotCovered.class);
        topUp(2, 1);
        issued(2);
        assertThat(balance(2)).isEqualTo(-749);
    }

    @Test
    void whatACardWillCostCannotBeSpentWhileItIsMade() {
        topUp(2, 1_000);
        var job = printed(2);
        var paid =
                site.postings.payOut(
                        Site.CLERK,
                        RequestId.fresh(),
                        new Postings.PayOut(
                                site.id(2),
                                Site.eur(251),
                                PaymentMeans.CASH,
                                Grounds.of(Reason.OTHER)));
        assertThat(paid).isInstanceOf(MoveOutcome.Refused.class);
        jobs.advance(Site.CLERK, job.id(), JobState.ISSUED, Map.of());
        assertThat(balance(2)).isEqualTo(250);
    }

    @Test
    void aClosedAccountIsNotChargedAndTheJournalSaysSo() {
        site.postings.closeAccount(
                Site.CLERK,
                RequestId.fresh(),
                new Postings.Closing(
                        site.id(2),
                        new Postings.Settlement.PaidOut(PaymentMeans.CASH),
                        Grounds.of(Reason.LEFT_THE_SITE)));
        issued(2);
        assertThat(balance(2)).isZero();
        long told =
                site.books.read(sql ->
                        sql.fetchSingle(
                                        "select count(*) from journal where kind = 'medium.not-charged'")
                                .get(0, Long.class));
        assertThat(told).isOne();
    }

    private OrderOutcome order(long person) {
        return jobs.order(
                Site.CLERK,
                RequestId.fresh(),
                new CardOrder(new PersonId(person), "file:/c", "in-process", "s@1"));
    }

    private CardJob printed(long person) {
        var job = ((Ordered) order(person)).job();
        jobs.advance(Site.CLERK, job.id(), JobState.FED, Map.of());
        uids++;
        jobs.bind(Site.CLERK, job.id(), new Uid("04AABBCCDD%04X".formatted(uids)), "chip", 1);
        for (var state :
                List.of(JobState.ENCODED, JobState.VERIFIED, JobState.PRINTING, JobState.PRINTED)) {
            job = jobs.advance(Site.CLERK, job.id(), state, Map.of());
        }
        return job;
    }

    private MediumId issued(long person) {
        return jobs.advance(Site.CLERK, printed(person).id(), JobState.ISSUED, Map.of()).medium();
    }

    private long balance(int person) {
        return site.account(person).balance().minor();
    }

    private void topUp(int person, long cents) {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(person), Site.eur(cents), PaymentMeans.CASH);
    }
}
