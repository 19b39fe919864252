package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.CardJob;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.CardJobs.CardOrder;
import app.lodge.core.media.CardJobs.OrderOutcome.Ordered;
import app.lodge.core.media.CardJobs.Resolution;
import app.lodge.core.media.JobState;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.Spreading;
import app.lodge.core.media.Uid;
import app.lodge.core.people.PersonId;
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
        site.setMedium(2, app.lodge.core.media.MediumState.RETURNED);
        site.moneyRules.change(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new AccountRules(
                        AccountRules.STANDARD.transfers(),
                        AccountRules.STANDARD.approvals(),
                        new Tariff(500, 250, Map.of(BlockReason.LOST, 1_000L), "standard"),
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
        assertThat(due).isEqualTo(new MediaCharges.Due(Site.eur(250), Site.eur(500), null, true));
        var job = printed(2);
        assertThat(balance(2)).as("not before it is issued").isEqualTo(1_000);
        jobs.advance(Site.CLERK, job.id(), JobState.ISSUED, Map.of());
        jobs.advance(Site.CLERK, job.id(), JobState.ISSUED, Map.of("eject", "again"));
        assertThat(balance(2)).isEqualTo(250);
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

    @Test
    void aSpoiledCardCostsNothing() {
        topUp(2, 1_000);
        var job = printed(2);
        jobs.resolve(Site.CLERK, RequestId.fresh(), job.id(), Resolution.SPOILED);
        assertThat(balance(2)).isEqualTo(1_000);
    }

    @Test
    void aReplacementCostsItsOwnFeeAndNoSecondDeposit() {
        topUp(2, 3_000);
        issued(2);
        var first = media.ofPerson(Site.CLERK, new PersonId(2)).getFirst();
        media.block(Site.CLERK, RequestId.fresh(), first.id(), BlockReason.LOST);
        assertThat(site.charges.due(Site.CLERK, new PersonId(2)).orElseThrow())
                .isEqualTo(
                        new MediaCharges.Due(Site.eur(1_000), Site.eur(0), BlockReason.LOST, true));
        issued(2);
        assertThat(balance(2)).isEqualTo(3_000 - 750 - 1_000);
    }

    @Test
    void whoHasTooLittleOwesItBecauseTheCardIsOut() {
        topUp(2, 100);
        assertThat(site.charges.due(Site.CLERK, new PersonId(2)).orElseThrow().covered()).isFalse();
        issued(2);
        assertThat(balance(2)).isEqualTo(-650);
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

    private CardJob printed(long person) {
        var job =
                ((Ordered)
                                jobs.order(
                                        Site.CLERK,
                                        RequestId.fresh(),
                                        new CardOrder(
                                                new PersonId(person),
                                                "file:/c",
                                                "in-process",
                                                "s@1")))
                        .job();
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
