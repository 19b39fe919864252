package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.MoveOutcome.Moved;
import app.lodge.core.accounts.MoveOutcome.NeedsApproval;
import app.lodge.core.accounts.MoveOutcome.NotApproved;
import app.lodge.core.accounts.MoveOutcome.Refused;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.Correction;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Postings.Refund;
import app.lodge.core.accounts.Postings.Reversal;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Postings.Transfer;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PostingsTest {

    private static final Grounds WISH = Grounds.of(Reason.HOLDER_REQUEST);

    private final Site site = Site.inMemory(3, 2);

    @AfterEach
    void theBooksAgreeWhateverWasDone() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    @Tag("ID-27")
    void moneyPaidOutLeavesTheAccountWithAReceiptAndItsReason() {
        topUp(1, 2_000);
        var out = moved(payOut(1, 1_500, WISH));
        assertThat(out.account().balance()).isEqualTo(Site.eur(500));
        assertThat(out.receipt().amount()).isEqualTo(Site.eur(-1_500));
        assertThat(out.receipt().number()).isEqualTo(2);
        assertThat(payOut(1, 501, WISH))
                .isEqualTo(new Refused(new Refusal.NotFromOverdraft(site.id(1), Site.eur(500))));
        assertThat(payOut(1, 1, new Grounds(Reason.OTHER, "Miller, room 5", 0)))
                .isInstanceOf(MoveOutcome.Rejected.class);
    }

    @Test
    @Tag("ID-27")
    void aboveTheSitesLevelASecondPersonApprovesJustThatOnce() {
        topUp(1, 20_000);
        rules(
                new AccountRules(
                        new AccountRules.TransferRules(0, 0, false),
                        new AccountRules.ApprovalLevels(5_000, 0, 0, 0),
                        AccountRules.STANDARD.tariff(),
                        Map.of(),
                        24));
        assertThat(payOut(1, 5_000, WISH)).isInstanceOf(Moved.class);
        var needed = (NeedsApproval) payOut(1, 6_000, WISH);
        assertThat(needed.above()).isEqualTo(Site.eur(5_000));
        assertThat(payOut(1, 6_000, approved(77))).isEqualTo(new NotApproved(77));
        site.approvals.put(77L, needed.matter());
        assertThat(payOut(1, 6_001, approved(77))).isEqualTo(new NotApproved(77));
        assertThat(payOut(1, 6_000, approved(77))).isInstanceOf(Moved.class);
        assertThat(payOut(1, 6_000, approved(77))).isEqualTo(new NotApproved(77));
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(9_000));
    }

    @Test
    @Tag("ID-26")
    void aTransferMovesBothAccountsAndKeepsToTheLimits() {
        topUp(1, 30_000);
        assertThat(site.postings.recipient(Site.CLERK, site.id(2)).orElseThrow().maskedName())
                .isEqualTo("A••-M••••• H•••••");
        assertThat(moved(transfer(1, 2, 10_000)).account().balance()).isEqualTo(Site.eur(20_000));
        assertThat(site.account(2).balance()).isEqualTo(Site.eur(10_000));
        var over = (Refusal.LimitReached) ((Refused) transfer(1, 2, 10_001)).refusal();
        assertThat(over.limit().kind()).isEqualTo(Limit.Kind.TRANSFER);
        assertThat(transfer(1, 3, 9_000)).isInstanceOf(Moved.class);
        var day = (Refusal.LimitReached) ((Refused) transfer(1, 3, 1_001)).refusal();
        assertThat(day.limit().kind()).isEqualTo(Limit.Kind.TRANSFERRED_PER_DAY);
        assertThat(day.limit().owner()).isEqualTo(Limit.Owner.SITE);
        assertThat(day.remains()).isEqualTo(1_000);
        site.pass(Duration.ofDays(1));
        assertThat(transfer(1, 3, 1_001)).isInstanceOf(Moved.class);
    }

    @Test
    @Tag("ID-27")
    void theSameRequestMovesMoneyOnceEvenAfterItsAnswerIsForgotten() {
        topUp(1, 1_000);
        var request = RequestId.fresh();
        var order = new PayOut(site.id(1), Site.eur(600), PaymentMeans.CASH, WISH);
        var first = site.postings.payOut(Site.CLERK, request, order);
        assertThat(site.postings.payOut(Site.CLERK, request, order)).isEqualTo(first);
        site.books.write(Site.SYSTEM, tx -> tx.sql().execute("delete from request"));
        assertThat(site.postings.payOut(Site.CLERK, request, order)).isEqualTo(first);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(400));
    }

    @Test
    @Tag("ID-21")
    void aReversalNamesWhatItReversesAndHappensOnce() {
        topUp(1, 1_000);
        var reversal = moved(reverse(1));
        assertThat(reversal.account().balance()).isEqualTo(Site.eur(0));
        assertThat(reverse(1)).isEqualTo(new Refused(new Refusal.AlreadyReversed(2)));
        assertThat(reverse(2))
                .isEqualTo(new Refused(new Refusal.NotReversible(PostingKind.REVERSAL)));
        assertThat(reverse(9)).isInstanceOf(MoveOutcome.Rejected.class);
        topUp(1, 500);
        pay(1, 1, 400);
        assertThat(reverse(3))
                .isEqualTo(new Refused(new Refusal.BelowFloor(site.id(1), Site.eur(100))));
        assertThatThrownBy(() ->
                        site.postings.reverse(Site.CLERK, RequestId.fresh(), new Reversal(3, WISH)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-27")
    void aPurchaseIsGivenBackInPartsButNeverMoreThanWasPaid() {
        rules(withTax());
        configureTax(1, "standard");
        topUp(1, 1_000);
        var purchase = pay(1, 1, 999);
        for (var part : new long[] {333, 333, 332}) {
            assertThat(refund(purchase, part)).isInstanceOf(Moved.class);
        }
        assertThat(refund(purchase, 2))
                .isEqualTo(new Refused(new Refusal.MoreThanPaid(Site.eur(1))));
        assertThat(reverse(purchase))
                .isEqualTo(new Refused(new Refusal.NotReversible(PostingKind.PAYMENT)));
        assertThat(
                        site.postings.refund(
                                Site.CLERK, RequestId.fresh(), new Refund(purchase, null, WISH)))
                .isInstanceOf(Moved.class);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(1_000));
        var today = site.periods.turnover(Site.CLERK, Site.TODAY, Site.TODAY);
        assertThat(
                        today.stream()
                                .filter(row -> row.device() == 1)
                                .mapToLong(row -> row.tax().minor())
                                .sum())
                .as("tax of what was bought and given back")
                .isZero();
    }

    @Test
    @Tag("ID-53")
    void aPaymentCarriesTheTaxOfItsPaymentPointAndReportsReadTheTotals() {
        rules(withTax());
        configureTax(1, "standard");
        topUp(1, 5_000);
        pay(1, 1, 1_190);
        pay(1, 2, 500);
        var rows = site.periods.turnover(Site.CLERK, Site.TODAY, Site.TODAY);
        assertThat(rows)
                .contains(
                        new Periods.Turnover(
                                1,
                                "Canteen 1",
                                PostingKind.PAYMENT,
                                1,
                                Site.eur(-1_190),
                                Site.eur(190)),
                        new Periods.Turnover(
                                2,
                                "Canteen 2",
                                PostingKind.PAYMENT,
                                1,
                                Site.eur(-500),
                                Site.eur(0)),
                        new Periods.Turnover(
                                0, "", PostingKind.TOP_UP, 1, Site.eur(5_000), Site.eur(0)));
    }

    @Test
    @Tag("ID-64")
    void anAccountIsClosedWithItsBalanceSettledAndForGood() {
        topUp(1, 700);
        topUp(2, 300);
        assertThat(close(1, new Settlement.TransferredTo(site.id(2)))).isInstanceOf(Moved.class);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(0));
        assertThat(site.account(2).balance()).isEqualTo(Site.eur(1_000));
        assertThat(close(1, new Settlement.PaidOut(PaymentMeans.CASH)))
                .isEqualTo(new Refused(new Refusal.Closed(site.id(1))));
        site.accounts.unblock(Site.ADMINISTRATOR, RequestId.fresh(), site.id(1));
        assertThat(site.account(1).blocked()).isTrue();
        assertThat(transfer(2, 1, 1)).isEqualTo(new Refused(new Refusal.Closed(site.id(1))));
        var paid = moved(close(2, new Settlement.PaidOut(PaymentMeans.CASH)));
        assertThat(paid.receipt().amount()).isEqualTo(Site.eur(-1_000));
        assertThat(moved(close(3, new Settlement.PaidOut(PaymentMeans.CASH))).posting()).isZero();
    }

    @Test
    @Tag("ID-64")
    void anAccountWithMoneyReservedOrOwedIsNotClosed() {
        topUp(1, 700);
        site.payments.authorise(
                Site.point(1), 1, new Payments.Ask("a", Site.uid(1), Site.eur(100), Site.START));
        assertThat(close(1, new Settlement.PaidOut(PaymentMeans.CASH)))
                .isEqualTo(new Refused(new Refusal.MoneyReserved(site.id(1), Site.eur(100))));
        pay(2, 1, 50);
        assertThat(close(2, new Settlement.PaidOut(PaymentMeans.CASH)))
                .isEqualTo(new Refused(new Refusal.Owes(site.id(2), Site.eur(50))));
        assertThat(correct(2, 50)).isInstanceOf(Moved.class);
        assertThat(close(2, new Settlement.PaidOut(PaymentMeans.CASH))).isInstanceOf(Moved.class);
    }

    @Test
    @Tag("ID-64")
    void anAccountThatNobodyMovesIsListedAfterTheSetTime() {
        topUp(1, 700);
        assertThat(site.postings.dormant(Site.CLERK, 10)).isEmpty();
        site.pass(Duration.ofDays(800));
        assertThat(site.postings.dormant(Site.CLERK, 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.account()).isEqualTo(site.id(1));
                    assertThat(row.balance()).isEqualTo(Site.eur(700));
                });
    }

    @Test
    @Tag("ID-63")
    void aCardCostsItsFeeAndItsDepositBothOrNeitherAndTheDepositComesBack() {
        rules(
                new AccountRules(
                        AccountRules.STANDARD.transfers(),
                        AccountRules.STANDARD.approvals(),
                        new AccountRules.Tariff(
                                500, 119, Map.of(BlockReason.LOST, 1_000L), "standard"),
                        Map.of("standard", 1_900),
                        24));
        var charge = new MediaCharges.Charge(new MediumId(1), WISH);
        topUp(1, 618);
        assertThat(site.charges.issue(Site.CLERK, RequestId.fresh(), charge))
                .isEqualTo(new Refused(new Refusal.BelowFloor(site.id(1), Site.eur(618))));
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(618));
        topUp(1, 382);
        var request = RequestId.fresh();
        var issued = moved(site.charges.issue(Site.CLERK, request, charge));
        assertThat(site.charges.issue(Site.CLERK, request, charge)).isEqualTo(issued);
        assertThat(issued.account().balance()).isEqualTo(Site.eur(381));
        assertThat(site.charges.depositHeld(Site.CLERK, charge.medium())).hasValue(Site.eur(500));
        assertThat(site.charges.issue(Site.CLERK, RequestId.fresh(), charge))
                .isEqualTo(new Refused(new Refusal.DepositHeld(Site.eur(500))));
        assertThat(site.charges.replace(Site.CLERK, RequestId.fresh(), charge, BlockReason.LOST))
                .isInstanceOf(Refused.class);
        assertThat(site.charges.replace(Site.CLERK, RequestId.fresh(), charge, BlockReason.DEFECT))
                .isInstanceOf(MoveOutcome.Rejected.class);
        assertThat(moved(site.charges.giveBack(Site.CLERK, RequestId.fresh(), charge)).account())
                .satisfies(account -> assertThat(account.balance()).isEqualTo(Site.eur(881)));
        assertThat(site.charges.giveBack(Site.CLERK, RequestId.fresh(), charge))
                .isEqualTo(new Refused(new Refusal.NoDeposit(charge.medium())));
        assertThat(site.periods.turnover(Site.CLERK, Site.TODAY, Site.TODAY))
                .contains(
                        new Periods.Turnover(
                                0, "", PostingKind.FEE, 1, Site.eur(-119), Site.eur(19)));
    }

    private Moved moved(MoveOutcome outcome) {
        assertThat(outcome).isInstanceOf(Moved.class);
        return (Moved) outcome;
    }

    private static Grounds approved(long approval) {
        return new Grounds(Reason.HOLDER_REQUEST, "LETTER-7", approval);
    }

    private void topUp(int person, long cents) {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(person), Site.eur(cents), PaymentMeans.CASH);
    }

    private int seq;

    private long pay(int person, int point, long cents) {
        return site.payments.book(
                Site.point(point),
                point,
                new PaymentEvent(++seq, "", Site.uid(person), Site.eur(cents), site.now));
    }

    private MoveOutcome payOut(int person, long cents, Grounds grounds) {
        return site.postings.payOut(
                Site.CLERK,
                RequestId.fresh(),
                new PayOut(site.id(person), Site.eur(cents), PaymentMeans.CASH, grounds));
    }

    private MoveOutcome transfer(int from, int to, long cents) {
        return site.postings.transfer(
                Site.CLERK,
                RequestId.fresh(),
                new Transfer(site.id(from), site.id(to), Site.eur(cents), WISH));
    }

    private MoveOutcome correct(int person, long cents) {
        return site.postings.correct(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new Correction(site.id(person), Site.eur(cents), WISH));
    }

    private MoveOutcome reverse(long posting) {
        return site.postings.reverse(
                Site.ADMINISTRATOR, RequestId.fresh(), new Reversal(posting, WISH));
    }

    private MoveOutcome refund(long posting, long cents) {
        return site.postings.refund(
                Site.CLERK, RequestId.fresh(), new Refund(posting, Site.eur(cents), WISH));
    }

    private MoveOutcome close(int person, Settlement settlement) {
        return site.postings.closeAccount(
                Site.CLERK, RequestId.fresh(), new Closing(site.id(person), settlement, WISH));
    }

    private void rules(AccountRules rules) {
        assertThat(site.moneyRules.change(Site.ADMINISTRATOR, RequestId.fresh(), rules))
                .isInstanceOf(MoneyRules.RulesOutcome.Changed.class);
    }

    private static AccountRules withTax() {
        return new AccountRules(
                AccountRules.STANDARD.transfers(),
                AccountRules.STANDARD.approvals(),
                AccountRules.STANDARD.tariff(),
                Map.of("standard", 1_900),
                24);
    }

    private void configureTax(long device, String code) {
        site.books.write(
                Site.SYSTEM,
                tx ->
                        tx.sql()
                                .execute(
                                        "insert into device_config (device_id, version, content, operator_id, at) values (?, 1, ?, 1, ?)",
                                        device,
                                        "{\"tax.code\":\"" + code + "\"}",
                                        tx.nowUtc()));
    }

    @Test
    void taxIsRoundedHalfAwayFromZeroAndPartsGiveTheWholeAgain() {
        assertThat(TaxLine.within("a", 1_900, 1_190))
                .isEqualTo(new TaxLine("a", 1_900, 1_000, 190));
        assertThat(TaxLine.within("a", 700, 1)).isEqualTo(new TaxLine("a", 700, 1, 0));
        assertThat(TaxLine.within("a", 0, 500)).isEqualTo(new TaxLine("a", 0, 500, 0));
        var line = TaxLine.within("a", 2_500, 9_999);
        for (var cut = 1L; cut < 9_999; cut += 7) {
            var one = line.part(9_999, 0, cut);
            var rest = line.part(9_999, cut, 9_999);
            assertThat(one.gross()).isEqualTo(cut);
            assertThat(one.tax() + rest.tax()).isEqualTo(line.tax());
            assertThat(one.net() + rest.net()).isEqualTo(line.net());
        }
    }

    @Test
    void amountsOfAnotherCurrencyAreNeverMixedIn() {
        topUp(1, 1_000);
        assertThat(
                        site.postings.payOut(
                                Site.CLERK,
                                RequestId.fresh(),
                                new PayOut(
                                        site.id(1), Money.of(5, "USD"), PaymentMeans.CASH, WISH)))
                .isInstanceOf(MoveOutcome.Rejected.class);
    }
}
