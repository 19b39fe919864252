package app.lodge.core.cashdesk;

import static app.lodge.core.cashdesk.CashSite.EUR;
import static app.lodge.core.cashdesk.CashSite.count;
import static app.lodge.core.cashdesk.CashSite.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BooksAudit;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.cashdesk.CashDesks.Counted;
import app.lodge.core.cashdesk.CashDesks.Opening;
import app.lodge.core.cashdesk.CashDesks.ShiftOutcome;
import app.lodge.core.cashdesk.CashDesks.Transit;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ID-34")
final class CashDesksTest {

    private final CashSite site = CashSite.inMemory(2);

    @AfterEach
    void theBooksAgree() {
        assertThat(site.findings()).isEmpty();
        site.close();
    }

    @Test
    void aShiftIsOpenedMovedCountedAndClosedWithItsReport() {
        var shift = opened(site.ana, 20_000, 20_000);
        topUp(site.ana, 5_050);
        payOut(site.ana, 1_000);
        carried(site.ana, shift, -10_000);
        assertThat(site.desks().till(site.ana, EUR).expected()).isEqualTo(eur(14_050));

        assertThat(close(site.ana, shift, 14_000, null))
                .isEqualTo(new ShiftOutcome.Unexplained(eur(14_050), eur(14_000)));
        var report = closed(close(site.ana, shift, 14_000, DifferenceCause.WRONG_CHANGE));

        assertThat(report.series()).isEqualTo("Z2026");
        assertThat(report.number()).isEqualTo(1);
        assertThat(report.openingFloat()).isEqualTo(eur(20_000));
        assertThat(report.expected()).isEqualTo(eur(14_050));
        assertThat(report.difference()).isEqualTo(eur(-50));
        assertThat(report.cause()).contains(DifferenceCause.WRONG_CHANGE);
        assertThat(report.sums())
                .containsExactly(
                        new ClosingReport.Sum(PostingKind.CASH_IN_TRANSIT, 1, eur(0), eur(10_000)),
                        new ClosingReport.Sum(PostingKind.PAY_OUT, 1, eur(0), eur(1_000)),
                        new ClosingReport.Sum(PostingKind.TOP_UP, 1, eur(5_050), eur(0)));
        assertThat(report.count()).isEqualTo(count(14_000).lines());
        assertThat(report.journalHash()).hasSize(64);
        assertThat(site.desks().report(site.ana, shift)).contains(report);
        assertThat(site.desks().till(site.ana, EUR).expected()).isEqualTo(eur(14_000));
    }

    @Test
    void whatWasCountedLastIsExpectedNextAndReportsHaveNoGaps() {
        var first = opened(site.ana, 10_000, 10_000);
        closed(close(site.ana, first, 10_000, null));
        topUp(site.ana, 700); // nobody keeps the desk: allowed, and expected at the next opening

        assertThat(open(site.ana, 10_000, 0, null))
                .isEqualTo(new ShiftOutcome.Unexplained(eur(10_700), eur(10_000)));
        var second = opened(site.ana, 10_700, 0);
        assertThat(closed(close(site.ana, second, 10_700, null)).number()).isEqualTo(2);
        var other = opened(site.ben, 300, 300);
        assertThat(closed(close(site.ben, other, 300, null)).number()).isEqualTo(3);
    }

    @Test
    void oneShiftAtATimePerDesk() {
        var shift = opened(site.ana, 100, 100);
        assertThat(open(site.ana, 100, 0, null))
                .isInstanceOfSatisfying(
                        ShiftOutcome.AlreadyOpen.class,
                        already -> assertThat(already.shift().number()).isEqualTo(shift));
        opened(site.ben, 50, 50);
        assertThat(carry(site.ben, shift, 10)).isEqualTo(new ShiftOutcome.NotOpen(shift));
    }

    @Test
    void aTillCountsInOneCurrencyAtATime() {
        opened(site.ana, 100, 100);
        var dollars = Currency.getInstance("USD");
        var other =
                site.desks()
                        .open(
                                site.ana,
                                RequestId.fresh(),
                                new Opening(
                                        new Count(dollars, List.of()),
                                        app.lodge.core.money.Money.zero(dollars),
                                        null,
                                        ""));
        assertThat(((ShiftOutcome.Rejected) other).problems())
                .extracting(problem -> problem.key())
                .containsExactly("cash-desks.other-currency");
        assertThat(site.desks().shifts(site.chief, 10)).hasSize(1);
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        var request = RequestId.fresh();
        var order = new Opening(count(500), eur(500), null, "");
        var first = site.desks().open(site.ana, request, order);
        assertThat(site.desks().open(site.ana, request, order)).isEqualTo(first);
        assertThat(site.desks().shifts(site.ana, 10)).hasSize(1);
    }

    @Test
    void whereAShiftIsRequiredNoCashMovesWithoutOne() {
        site.desks().changeRules(site.chief, RequestId.fresh(), new CashDeskRules(true));
        var without = takeIn(site.ana, 500);
        assertThat(without)
                .isInstanceOfSatisfying(
                        TopUpOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting("key")
                                        .containsExactly("cash-desks.shift-required"));
        opened(site.ana, 0, 0);
        topUp(site.ana, 500);
        site.restart();
        topUp(site.ana, 500);
        assertThat(takeIn(site.ben, 500)).isInstanceOf(TopUpOutcome.Rejected.class);
    }

    @Test
    void noMoreIsHandedOutThanLiesInTheDrawer() {
        var shift = opened(site.ana, 300, 300);
        topUp(site.ana, 500);
        assertThat(carry(site.ana, shift, -801))
                .isEqualTo(new ShiftOutcome.NotEnoughCash(eur(800)));
        carried(site.ana, shift, -500);
        assertThat(handOut(site.ana, 400))
                .isInstanceOfSatisfying(
                        MoveOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting("key")
                                        .containsExactly("cash-desks.not-enough-cash"));
        payOut(site.ana, 300);
    }

    @Test
    void aShiftIsTakenOverWithACountAndClosedByWhoeverKeepsItOrSupervises() {
        var shift = opened(site.ana, 300, 300);
        var benAtDeskOne = new Actor(site.ben.operatorId(), "ben", Role.CLERK, "desk-1");
        assertThatThrownBy(() -> close(benAtDeskOne, shift, 300, null))
                .isInstanceOf(NotPermitted.class);
        assertThat(
                        site.desks()
                                .takeOver(
                                        benAtDeskOne,
                                        RequestId.fresh(),
                                        new Counted(
                                                shift, count(290), DifferenceCause.UNKNOWN, "N-7")))
                .isInstanceOf(ShiftOutcome.Done.class);
        assertThat(site.desks().till(benAtDeskOne, EUR).shift().orElseThrow().keeperName())
                .isEqualTo("ben");
        assertThatThrownBy(() -> close(site.ana, shift, 290, null))
                .isInstanceOf(NotPermitted.class);
        var report = closed(close(site.chief, shift, 290, null));
        assertThat(report.closedBy()).isEqualTo("chief");
        assertThat(report.expected()).isEqualTo(eur(290));
    }

    @Test
    void movementsRunFromWhatWasCarriedOver() {
        var shift = opened(site.ana, 1_000, 1_000);
        topUp(site.ana, 250);
        payOut(site.ana, 50);
        assertThat(site.desks().movements(site.ana, shift))
                .extracting(CashMovement::kind, CashMovement::inDrawerAfter, CashMovement::receipt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                PostingKind.CASH_IN_TRANSIT, eur(1_000), ""),
                        org.assertj.core.groups.Tuple.tuple(
                                PostingKind.TOP_UP, eur(1_250), "R2026-1"),
                        org.assertj.core.groups.Tuple.tuple(
                                PostingKind.PAY_OUT, eur(1_200), "R2026-2"));
    }

    @Test
    void anUnknownNoteIsNotCounted() {
        var order =
                new Opening(
                        new Count(EUR, List.of(new Count.Line(300, 1))),
                        eur(0),
                        DifferenceCause.UNKNOWN,
                        "not allowed!");
        assertThat(site.desks().open(site.ana, RequestId.fresh(), order))
                .isInstanceOfSatisfying(
                        ShiftOutcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting("key")
                                        .containsExactly(
                                                "cash-desks.denomination",
                                                "postings.reference-form"));
    }

    @Test
    void minorUnitsAreThoseOfTheCurrency() {
        assertThat(Denomination.of(Currency.getInstance("JPY")).getFirst().minor())
                .isEqualTo(10_000);
        assertThat(Denomination.of(Currency.getInstance("HUF")).getLast().minor()).isEqualTo(500);
        assertThat(Denomination.of(EUR)).hasSize(15);
        assertThat(Denomination.of(Currency.getInstance("ISK"))).isNotEmpty();
    }

    @Test
    @Tag("ID-27")
    void aPayOutsReceiptIsCountedAndOtherwiseTheSame() {
        opened(site.ana, 1_000, 1_000);
        topUp(site.ana, 900);
        var original = payOut(site.ana, 350);
        var copy = site.accounts().copyOfReceipt(site.ana, original.posting()).orElseThrow();
        var again = site.accounts().copyOfReceipt(site.ana, original.posting()).orElseThrow();
        assertThat(original.copy()).isZero();
        assertThat(copy.copy()).isEqualTo(1);
        assertThat(again.copy()).isEqualTo(2);
        assertThat(copy).usingRecursiveComparison().ignoringFields("copy").isEqualTo(original);
    }

    @Test
    void theAuditFindsCashThatNoShiftCarries() {
        opened(site.ana, 1_000, 1_000);
        topUp(site.ana, 250);
        site.books.write(
                site.chief,
                tx ->
                        tx.sql()
                                .execute(
                                        "delete from cash_shift_posting where posting_id = (select max(id) from ledger_posting)"));
        assertThat(site.findings())
                .extracting(BooksAudit.Finding::rule)
                .containsExactly(BooksAudit.Rule.CASH_SHIFT_DIFFERS);
        site.books.write(
                site.chief,
                tx ->
                        tx.sql()
                                .execute(
                                        "insert into cash_shift_posting (posting_id, account_id, shift_id) select 2, account_id, id from cash_shift"));
    }

    private ShiftOutcome open(
            Actor actor, long counted, long fromSafe, @Nullable DifferenceCause cause) {
        return site.desks()
                .open(
                        actor,
                        RequestId.fresh(),
                        new Opening(count(counted), eur(fromSafe), cause, ""));
    }

    private long opened(Actor actor, long counted, long fromSafe) {
        var outcome = open(actor, counted, fromSafe, null);
        assertThat(outcome).isInstanceOf(ShiftOutcome.Done.class);
        return ((ShiftOutcome.Done) outcome).till().shift().orElseThrow().number();
    }

    private ShiftOutcome carry(Actor actor, long shift, long intoDrawer) {
        return site.desks()
                .carry(actor, RequestId.fresh(), new Transit(shift, eur(intoDrawer), "BAG-1"));
    }

    private void carried(Actor actor, long shift, long intoDrawer) {
        assertThat(carry(actor, shift, intoDrawer)).isInstanceOf(ShiftOutcome.Done.class);
    }

    private ShiftOutcome close(
            Actor actor, long shift, long counted, @Nullable DifferenceCause cause) {
        return site.desks()
                .close(actor, RequestId.fresh(), new Counted(shift, count(counted), cause, ""));
    }

    private static ClosingReport closed(ShiftOutcome outcome) {
        assertThat(outcome).isInstanceOf(ShiftOutcome.Closed.class);
        return ((ShiftOutcome.Closed) outcome).report();
    }

    private TopUpOutcome takeIn(Actor actor, long cents) {
        return site.accounts()
                .topUp(
                        actor,
                        RequestId.fresh(),
                        site.accountIds.getFirst(),
                        eur(cents),
                        PaymentMeans.CASH);
    }

    private void topUp(Actor actor, long cents) {
        assertThat(takeIn(actor, cents)).isInstanceOf(TopUpOutcome.ToppedUp.class);
    }

    private MoveOutcome handOut(Actor actor, long cents) {
        return site.postings()
                .payOut(
                        actor,
                        RequestId.fresh(),
                        new Postings.PayOut(
                                site.accountIds.getFirst(),
                                eur(cents),
                                PaymentMeans.CASH,
                                Grounds.of(Reason.HOLDER_REQUEST)));
    }

    private app.lodge.core.accounts.Receipt payOut(Actor actor, long cents) {
        var outcome = handOut(actor, cents);
        assertThat(outcome).isInstanceOf(MoveOutcome.Moved.class);
        var receipt = ((MoveOutcome.Moved) outcome).receipt();
        assertThat(receipt).isNotNull();
        return receipt;
    }
}
