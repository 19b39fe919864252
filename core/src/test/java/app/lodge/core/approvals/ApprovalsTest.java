package app.lodge.core.approvals;

import static app.lodge.core.cashdesk.CashSite.PASSWORD;
import static app.lodge.core.cashdesk.CashSite.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.approvals.Approvals.AskOutcome;
import app.lodge.core.approvals.Approvals.DecideOutcome;
import app.lodge.core.approvals.Approvals.Decision;
import app.lodge.core.approvals.Approvals.HereOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.cashdesk.CashSite;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-27")
final class ApprovalsTest {

    private static final Grounds GROUNDS = new Grounds(Reason.HOLDER_REQUEST, "SLIP-7", 0);
    private static final Decision YES = new Decision(true, Remark.DOCUMENT_SEEN, "");

    private final CashSite site = CashSite.inMemory(3);

    @BeforeEach
    void aLevelAndMoney() {
        site.approveAbove(1_000);
        site.accountIds.forEach(id ->
                site.accounts()
                        .topUp(
                                site.ana,
                                RequestId.fresh(),
                                id,
                                eur(20_000),
                                PaymentMeans.CARD_TERMINAL));
    }

    @AfterEach
    void theBooksAgree() {
        assertThat(site.findings()).isEmpty();
        site.close();
    }

    @Test
    void upToTheLevelNobodyIsAsked() {
        assertThat(payOut(site.ana, 1_000, 0)).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(payOut(site.ana, 1_001, 0)).isInstanceOf(MoveOutcome.NeedsApproval.class);
    }

    @Test
    void anApprovalFromAnotherDeskLetsTheMovementThroughOnce() {
        var asked = asked(site.ana, matter(5_000));
        assertThat(site.approvals.open(site.chief)).containsExactly(asked);
        assertThat(payOut(site.ana, 5_000, asked.number()))
                .isEqualTo(new MoveOutcome.NotApproved(asked.number()));
        approve(asked);
        assertThat(site.approvals.open(site.chief)).isEmpty();
        assertThat(payOut(site.ana, 5_000, asked.number())).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(state(asked)).isEqualTo(ApprovalState.USED);
        assertThat(payOut(site.ana, 5_000, asked.number()))
                .isEqualTo(new MoveOutcome.NotApproved(asked.number()));
    }

    @Test
    void aRepeatedMovementIsNotASecondUse() {
        var asked = asked(site.ana, matter(5_000));
        approve(asked);
        var request = RequestId.fresh();
        var order =
                new Postings.PayOut(
                        account(0), eur(5_000), PaymentMeans.CASH, grounds(asked.number()));
        var first = site.postings().payOut(site.ana, request, order);
        assertThat(first).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(site.postings().payOut(site.ana, request, order)).isEqualTo(first);
    }

    @Test
    void nothingElseIsApproved() {
        var asked = asked(site.ana, matter(5_000));
        approve(asked);
        var not = new MoveOutcome.NotApproved(asked.number());
        assertThat(payOut(site.ana, 5_001, asked.number())).isEqualTo(not);
        assertThat(payOut(site.ana, 4_999, asked.number())).isEqualTo(not);
        assertThat(payOut(site.ana, account(1), 5_000, asked.number())).isEqualTo(not);
        assertThat(payOut(site.ben, 5_000, asked.number()))
                .as("somebody else's approval")
                .isEqualTo(not);
        assertThat(transfer(site.ana, account(1), 5_000, asked.number())).isEqualTo(not);
        assertThat(payOut(site.ana, 5_000, asked.number())).isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    @Tag("ID-26")
    void aTransferIsApprovedForItsRecipient() {
        var needed = (MoveOutcome.NeedsApproval) transfer(site.ana, account(1), 5_000, 0);
        var asked = asked(site.ana, needed.matter());
        approve(asked);
        assertThat(transfer(site.ana, account(2), 5_000, asked.number()))
                .isEqualTo(new MoveOutcome.NotApproved(asked.number()));
        assertThat(transfer(site.ana, account(1), 5_000, asked.number()))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void aCorrectionIsApprovedForItsDirection() {
        var needed = (MoveOutcome.NeedsApproval) correct(site.chief, -2_000, 0);
        var asked = asked(site.chief, needed.matter());
        site.approvals.decide(site.deputy, RequestId.fresh(), asked.number(), YES);
        assertThat(correct(site.chief, 2_000, asked.number()))
                .isEqualTo(new MoveOutcome.NotApproved(asked.number()));
        assertThat(correct(site.chief, -2_000, asked.number()))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void whatIsUndoneIsACorrectionOfItsSizeAndDirection() {
        var small = ((MoveOutcome.Moved) correct(site.chief, 900, 0)).posting();
        assertThat(undo(small, 0)).as("up to the level").isInstanceOf(MoveOutcome.Moved.class);
        var large =
                ((TopUpOutcome.ToppedUp)
                                site.accounts()
                                        .topUp(
                                                site.ana,
                                                RequestId.fresh(),
                                                account(0),
                                                eur(3_000),
                                                PaymentMeans.CARD_TERMINAL))
                        .receipt()
                        .posting();
        var needed = (MoveOutcome.NeedsApproval) undo(large, 0);
        assertThat(needed.matter())
                .isEqualTo(new Matter(Verb.CORRECTION, account(0), eur(3_000), -1));
        var asked = asked(site.chief, needed.matter());
        site.approvals.decide(site.deputy, RequestId.fresh(), asked.number(), YES);
        assertThat(undo(large, asked.number())).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(state(asked)).isEqualTo(ApprovalState.USED);
    }

    private MoveOutcome undo(long posting, long approval) {
        return site.postings()
                .reverse(
                        site.chief,
                        RequestId.fresh(),
                        new Postings.Reversal(posting, grounds(approval)));
    }

    @Test
    void nobodyApprovesTheirOwn() {
        var asked = asked(site.chief, matter(5_000));
        assertThat(site.approvals.decide(site.chief, RequestId.fresh(), asked.number(), YES))
                .isEqualTo(new DecideOutcome.Yourself());
        assertThat(here(site.chief, "chief", PASSWORD)).isEqualTo(new HereOutcome.Yourself());
        assertThat(state(asked)).isEqualTo(ApprovalState.OPEN);
    }

    @Test
    void whoeverMayNotApproveIsRefused() {
        var asked = asked(site.ana, matter(5_000));
        assertThatThrownBy(() -> site.approvals.open(site.ben)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        site.approvals.decide(site.ben, RequestId.fresh(), asked.number(), YES))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> site.approvals.find(site.ben, asked.number()))
                .isInstanceOf(NotPermitted.class);
        assertThat(here(site.ana, "ben", PASSWORD)).isEqualTo(new HereOutcome.MayNotApprove("ben"));
    }

    @Test
    void refusedIsRefusedAndSaysWhy() {
        var asked = asked(site.ana, matter(5_000));
        var outcome =
                site.approvals.decide(
                        site.chief,
                        RequestId.fresh(),
                        asked.number(),
                        new Decision(false, Remark.DOCUMENT_MISSING, "F-12"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DecideOutcome.Decided.class,
                        decided -> {
                            assertThat(decided.approval().remark())
                                    .isEqualTo(Remark.DOCUMENT_MISSING);
                            assertThat(decided.approval().decidedByName()).isEqualTo("chief");
                        });
        assertThat(payOut(site.ana, 5_000, asked.number()))
                .isEqualTo(new MoveOutcome.NotApproved(asked.number()));
        assertThat(site.approvals.decide(site.deputy, RequestId.fresh(), asked.number(), YES))
                .isInstanceOf(DecideOutcome.NotOpen.class);
    }

    @Test
    void withdrawnIsGone() {
        var asked = asked(site.ana, matter(5_000));
        assertThat(site.approvals.withdraw(site.ben, RequestId.fresh(), asked.number()))
                .isInstanceOf(DecideOutcome.Rejected.class);
        site.approvals.withdraw(site.ana, RequestId.fresh(), asked.number());
        assertThat(site.approvals.decide(site.chief, RequestId.fresh(), asked.number(), YES))
                .isInstanceOf(DecideOutcome.NotOpen.class);
    }

    @Test
    void aRequestAndAnApprovalExpire() {
        var undecided = asked(site.ana, matter(5_000));
        var approved = asked(site.ana, matter(6_000));
        approve(approved);
        site.pass(Duration.ofMinutes(14));
        assertThat(state(approved)).isEqualTo(ApprovalState.APPROVED);
        site.pass(Duration.ofMinutes(1));
        assertThat(site.approvals.open(site.chief)).isEmpty();
        assertThat(site.approvals.decide(site.chief, RequestId.fresh(), undecided.number(), YES))
                .isInstanceOf(DecideOutcome.NotOpen.class);
        assertThat(payOut(site.ana, 6_000, approved.number()))
                .isEqualTo(new MoveOutcome.NotApproved(approved.number()));
        assertThat(state(approved)).isEqualTo(ApprovalState.EXPIRED);
    }

    @Test
    void theSiteSetsHowLongApprovalsAreGood() {
        assertThat(site.approvals.changeRules(site.chief, RequestId.fresh(), new ApprovalRules(0)))
                .hasSize(1);
        site.approvals.changeRules(site.chief, RequestId.fresh(), new ApprovalRules(60));
        var asked = asked(site.ana, matter(5_000));
        assertThat(Duration.between(asked.askedAt(), asked.expiresAt()))
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void theSecondPersonApprovesAtTheSameDeskWithNameAndPassword() {
        var approved = here(site.ana, "chief", PASSWORD);
        assertThat(approved).isInstanceOf(HereOutcome.Approved.class);
        var number = ((HereOutcome.Approved) approved).approval().number();
        assertThat(payOut(site.ana, 5_000, number)).isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void wrongPasswordsSlowDownAndLockOutAsAtSignIn() {
        var wrong = "wrong password".toCharArray();
        assertThat(here(site.ana, "chief", wrong)).isEqualTo(new HereOutcome.Wrong(Duration.ZERO));
        assertThat(here(site.ana, "chief", wrong)).isEqualTo(new HereOutcome.Wrong(Duration.ZERO));
        assertThat(here(site.ana, "chief", wrong))
                .isEqualTo(new HereOutcome.Wrong(Duration.ofSeconds(1)));
        assertThat(here(site.ana, "chief", PASSWORD)).isInstanceOf(HereOutcome.Wrong.class);
        for (var i = 0; i < 7; i++) {
            site.pass(Duration.ofMinutes(5));
            here(site.ana, "chief", wrong);
        }
        assertThat(here(site.ana, "chief", PASSWORD)).isInstanceOf(HereOutcome.LockedOut.class);
        assertThat(site.approvals.open(site.deputy)).isEmpty();
    }

    @Test
    void twoMovementsRaceForOneApprovalAndOneGetsIt() throws Exception {
        for (var round = 0; round < 20; round++) {
            var asked = asked(site.ana, matter(1_001 + round));
            approve(asked);
            var amount = 1_001 + round;
            var start = new CyclicBarrier(2);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = both.submit(() -> raced(start, amount, asked));
                var second = both.submit(() -> raced(start, amount, asked));
                assertThat(List.of(first.get(), second.get()))
                        .satisfiesOnlyOnce(
                                one -> assertThat(one).isInstanceOf(MoveOutcome.Moved.class))
                        .contains(new MoveOutcome.NotApproved(asked.number()));
            }
            site.accounts()
                    .topUp(
                            site.ana,
                            RequestId.fresh(),
                            account(0),
                            eur(amount),
                            PaymentMeans.CARD_TERMINAL);
        }
    }

    private MoveOutcome raced(CyclicBarrier start, long amount, Approval asked) throws Exception {
        start.await();
        return payOut(site.ana, amount, asked.number());
    }

    @Test
    void aMovementThatComesToNothingLeavesItsApproval() {
        var asked = asked(site.ana, matter(5_000));
        approve(asked);
        site.fail();
        assertThatThrownBy(() -> payOut(site.ana, 5_000, asked.number()))
                .hasStackTraceContaining("The power is gone");
        site.failNoMore();
        assertThat(state(asked)).isEqualTo(ApprovalState.APPROVED);
        assertThat(payOut(site.ana, 5_000, asked.number())).isInstanceOf(MoveOutcome.Moved.class);
    }

    private AccountId account(int index) {
        return site.accountIds.get(index);
    }

    private Matter matter(long cents) {
        return ((MoveOutcome.NeedsApproval) payOut(site.ana, cents, 0)).matter();
    }

    private Approval asked(Actor actor, Matter matter) {
        return ((AskOutcome.Asked) site.approvals.ask(actor, RequestId.fresh(), matter, GROUNDS))
                .approval();
    }

    private void approve(Approval asked) {
        assertThat(site.approvals.decide(site.chief, RequestId.fresh(), asked.number(), YES))
                .isInstanceOf(DecideOutcome.Decided.class);
    }

    private HereOutcome here(Actor actor, String name, char[] password) {
        return site.approvals.approveHere(
                actor, RequestId.fresh(), matter(5_000), GROUNDS, name, password.clone());
    }

    private ApprovalState state(Approval asked) {
        return site.approvals.find(site.chief, asked.number()).orElseThrow().state();
    }

    private static Grounds grounds(long approval) {
        return new Grounds(GROUNDS.reason(), GROUNDS.reference(), approval);
    }

    private MoveOutcome payOut(Actor actor, long cents, long approval) {
        return payOut(actor, account(0), cents, approval);
    }

    private MoveOutcome payOut(Actor actor, AccountId from, long cents, long approval) {
        return site.postings()
                .payOut(
                        actor,
                        RequestId.fresh(),
                        new Postings.PayOut(
                                from, eur(cents), PaymentMeans.CASH, grounds(approval)));
    }

    private MoveOutcome transfer(Actor actor, AccountId to, long cents, long approval) {
        return site.postings()
                .transfer(
                        actor,
                        RequestId.fresh(),
                        new Postings.Transfer(account(0), to, eur(cents), grounds(approval)));
    }

    private MoveOutcome correct(Actor actor, long cents, long approval) {
        return site.postings()
                .correct(
                        actor,
                        RequestId.fresh(),
                        new Postings.Correction(account(0), eur(cents), grounds(approval)));
    }
}
