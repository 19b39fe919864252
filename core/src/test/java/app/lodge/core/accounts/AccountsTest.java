package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.RECEIPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.BooksAudit.Finding;
import app.lodge.core.accounts.BooksAudit.Rule;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.accounts.TopUpOutcome.ToppedUp;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AccountsTest {

    private final Site site = Site.inMemory(3, 2);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    @Tag("ID-34")
    void aTopUpComesWithAReceiptWhoseCopiesSayTheSameAndAreCounted() {
        var topped = topUp(1, 2_500, PaymentMeans.CASH);
        var receipt = topped.receipt();
        assertThat(topped.account().balance()).isEqualTo(Site.eur(2_500));
        assertThat(receipt.series()).isEqualTo("R2026");
        assertThat(receipt.number()).isEqualTo(1);
        assertThat(receipt.operator()).isEqualTo("Ana");
        assertThat(receipt.workstation()).isEqualTo("desk-1");
        assertThat(receipt.journalHash()).hasSize(64);
        assertThat(receipt.copy()).isZero();
        topUp(2, 100, PaymentMeans.CARD_TERMINAL);
        for (var copy = 1; copy <= 2; copy++) {
            var again = site.accounts.copyOfReceipt(Site.CLERK, receipt.posting()).orElseThrow();
            assertThat(again).usingRecursiveComparison().ignoringFields("copy").isEqualTo(receipt);
            assertThat(again.copy()).isEqualTo(copy);
        }
        assertThat(site.accounts.copyOfReceipt(Site.CLERK, 99)).isEmpty();
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
    }

    @Test
    @Tag("ID-34")
    void aTopUpThatCannotBeSaysWhy() {
        assertThat(tryTopUp(1, Site.eur(0)))
                .isEqualTo(
                        new TopUpOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "amount",
                                                "0.00 EUR",
                                                "accounts.amount-not-positive"))));
        assertThat(tryTopUp(1, Money.of(100, "USD"))).isInstanceOf(TopUpOutcome.Rejected.class);
        assertThat(tryTopUp(1, Site.eur(50_001)))
                .isEqualTo(
                        new TopUpOutcome.AboveMaximumBalance(Site.eur(50_001), Site.eur(50_000)));
        topUp(1, 1, PaymentMeans.CASH);
        assertThat(tryTopUp(1, Site.eur(Long.MAX_VALUE)))
                .isEqualTo(
                        new TopUpOutcome.AboveMaximumBalance(
                                Site.eur(Long.MAX_VALUE), Site.eur(50_000)));
        assertThat(
                        site.accounts.topUp(
                                Site.CLERK,
                                RequestId.fresh(),
                                new AccountId(4_711),
                                Site.eur(1),
                                PaymentMeans.CASH))
                .isInstanceOf(TopUpOutcome.Rejected.class);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(1));
    }

    @Test
    @Tag("ID-20")
    @Tag("ID-21")
    void everyMovementIsListedNewestFirstWithTheBalanceAfterIt() {
        topUp(1, 1_000, PaymentMeans.CASH);
        for (var seq = 1; seq <= 9; seq++) {
            site.payments.book(Site.point(1), 1, event(seq, "", 1, 50));
        }
        site.pass(Duration.ofMinutes(30));
        site.payments.book(
                Site.point(2), 2, new PaymentEvent(1, "", Site.uid(1), Site.eur(5), Site.START));
        var all = new ArrayList<Movement>();
        var after = (String) null;
        do {
            var page = site.accounts.movements(Site.CLERK, site.id(1), LookPurpose.AUDIT, after, 4);
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        assertThat(all).hasSize(11);
        assertThat(all.getFirst().place()).isEqualTo("Canteen 2");
        assertThat(all.getFirst().late()).isTrue();
        assertThat(all.getFirst().balanceAfter()).isEqualTo(site.account(1).balance());
        assertThat(all.getLast().kind()).isEqualTo(PostingKind.TOP_UP);
        assertThat(all.getLast().place()).isEqualTo("desk-1");
        assertThat(all.getLast().operator()).isEqualTo("Ana");
        var balance = 0L;
        for (var movement : all.reversed()) {
            balance += movement.amount().minor();
            assertThat(movement.balanceAfter()).isEqualTo(Site.eur(balance));
        }
    }

    @Test
    @Tag("ID-41")
    void aBlockedAccountNeitherPaysNorIsToppedUpUntilUnblocked() {
        topUp(1, 1_000, PaymentMeans.CASH);
        var blocked =
                site.accounts.block(
                        Site.ADMINISTRATOR, RequestId.fresh(), site.id(1), BlockReason.STOLEN);
        assertThat(blocked.blockReason()).isEqualTo(BlockReason.STOLEN);
        assertThat(tryTopUp(1, Site.eur(1)))
                .isEqualTo(new TopUpOutcome.AccountBlocked(BlockReason.STOLEN));
        assertThat(ask("a", 1, 1)).isEqualTo(new Refused(Why.BLOCKED_ACCOUNT, Site.eur(0)));
        site.accounts.unblock(Site.ADMINISTRATOR, RequestId.fresh(), site.id(1));
        assertThat(ask("b", 1, 1)).isInstanceOf(Approved.class);
        assertThatThrownBy(() ->
                        site.accounts.block(
                                Site.CLERK, RequestId.fresh(), site.id(1), BlockReason.LOST))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-15")
    void aHoldThatNobodyCapturesExpires() {
        topUp(1, 1_000, PaymentMeans.CASH);
        assertThat(ask("a", 1, 600))
                .isEqualTo(new Approved(1, Site.eur(600), Site.eur(400), Duration.ofMinutes(15)));
        assertThat(ask("b", 1, 600)).isEqualTo(new Refused(Why.INSUFFICIENT, Site.eur(400)));
        site.pass(Duration.ofMinutes(15));
        assertThat(site.payments.expireHolds(Site.SYSTEM)).isEqualTo(1);
        assertThat(site.account(1).available()).isEqualTo(Site.eur(1_000));
        // The point was only slow: it is booked all the same.
        site.payments.book(Site.point(1), 1, event(1, "a", 1, 600));
        assertThat(site.account(1).available()).isEqualTo(Site.eur(400));
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
    }

    @Test
    @Tag("ID-15")
    void aDeviceSpeaksForItselfOnly() {
        assertThat(
                        site.payments.authorise(
                                Site.point(1),
                                2,
                                new Ask("a", Site.uid(1), Site.eur(1), Site.START)))
                .isEqualTo(new Refused(Why.WRONG_DEVICE, Site.eur(0)));
        assertThatThrownBy(() -> site.payments.book(Site.point(1), 2, event(1, "", 1, 5)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> site.payments.release(Site.CLERK, 1, "a"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        site.accounts.topUp(
                                new Actor(3, "Audit", Role.AUDITOR, "desk-2"),
                                RequestId.fresh(),
                                site.id(1),
                                Site.eur(1),
                                PaymentMeans.CASH))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-15")
    void aPaymentOfAnUnknownCardIsKeptInSuspense() {
        var number = site.payments.book(Site.point(1), 1, event(1, "", 99, 70));
        assertThat(site.payments.book(Site.point(1), 1, event(1, "", 99, 70))).isEqualTo(number);
        var check = site.accounts.check(Site.CLERK);
        assertThat(check.turnoverToday()).isEqualTo(Site.eur(70));
        assertThat(check.paymentsToday()).isEqualTo(1);
        assertThat(check.otherTurnover()).isEmpty();
        assertThat(check.liabilities()).isEqualTo(Site.eur(0));
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
    }

    @Test
    void aPostingThatDoesNotBalanceCannotExist() {
        var origin = Origin.of("test", "1", Map.of());
        assertThatThrownBy(() ->
                        new Posting(
                                PostingKind.PAYMENT,
                                origin,
                                Site.START,
                                List.of(
                                        new Entry(site.id(1), Site.eur(5)),
                                        new Entry(site.id(2), Money.of(-5, "USD"))),
                                Booking.AUTHORISING,
                                0,
                                null,
                                false))
                .hasMessageContaining("instead of 0");
        assertThatThrownBy(() -> new Entry(site.id(1), Site.eur(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("ID-20")
    void theAuditNamesWhatSomebodyChangedBehindTheLedgersBack() {
        topUp(1, 1_000, PaymentMeans.CASH);
        site.books.write(
                Site.SYSTEM,
                tx -> {
                    tx.sql()
                            .update(LEDGER_BALANCE)
                            .set(LEDGER_BALANCE.POSTED, 5_000L)
                            .where(LEDGER_BALANCE.ACCOUNT_ID.eq(site.id(1).number()))
                            .execute();
                    return tx.sql().update(RECEIPT).set(RECEIPT.NUMBER, 7L).execute();
                });
        assertThat(new BooksAudit(site.books).findings())
                .containsExactly(
                        new Finding(
                                Rule.BALANCE_DIFFERS,
                                "account:" + site.id(1).number(),
                                1_000,
                                5_000),
                        new Finding(Rule.RECEIPTS_NOT_DENSE, "series:R2026", 7, 1));
    }

    @Test
    @Tag("ID-15")
    @Tag("ID-20")
    void sixtyFourPayersOnOneAccountNeverTakeMoreThanThereIs() throws Exception {
        topUp(1, 10_000, PaymentMeans.CASH);
        var approved = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 64)
                            .mapToObj(i ->
                                    callers.submit(() -> {
                                        for (var n = 0; n < 5; n++) {
                                            var id = i + "-" + n;
                                            if (ask(id, 1, 100) instanceof Approved) {
                                                approved.incrementAndGet();
                                                site.payments.book(
                                                        Site.point(1),
                                                        1,
                                                        event(1 + i * 5 + n, id, 1, 100));
                                            }
                                        }
                                    }))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(approved).hasValue(100);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(0));
        var postings =
                site
                        .accounts
                        .movements(Site.CLERK, site.id(1), LookPurpose.AUDIT, null, 500)
                        .rows()
                        .stream()
                        .map(Movement::posting)
                        .sorted()
                        .toList();
        assertThat(postings).isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
    }

    private ToppedUp topUp(int person, long cents, PaymentMeans means) {
        return (ToppedUp)
                site.accounts.topUp(
                        Site.CLERK, RequestId.fresh(), site.id(person), Site.eur(cents), means);
    }

    private TopUpOutcome tryTopUp(int person, Money amount) {
        return site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(person), amount, PaymentMeans.CASH);
    }

    private Payments.Authorisation ask(String id, int person, long cents) {
        return site.payments.authorise(
                Site.point(1), 1, new Ask(id, Site.uid(person), Site.eur(cents), Site.START));
    }

    private static PaymentEvent event(long seq, String ask, int person, long cents) {
        return new PaymentEvent(seq, ask, Site.uid(person), Site.eur(cents), Site.START);
    }
}
