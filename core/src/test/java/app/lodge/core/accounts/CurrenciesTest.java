package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules.ApprovalLevels;
import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.accounts.AccountRules.TransferRules;
import app.lodge.core.accounts.Accounts.OpenOutcome;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A holder with accounts in euro and dollars: each posting moves one of them, and what is an amount of
/// the site's currency says nothing about the other.
@Tag("ID-15")
@Tag("ID-20")
final class CurrenciesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Grounds GROUNDS = Grounds.of(Reason.OTHER);

    private static Account dollars(Site site, long person) {
        return ((OpenOutcome.Opened)
                        site.accounts.open(
                                Site.ADMINISTRATOR, RequestId.fresh(), new PersonId(person), USD))
                .account();
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }

    @Test
    void anAccountInAnotherCurrencyIsOpenedOnceAndStandsBesideTheFirst() {
        try (var site = Site.inMemory(1, 1)) {
            var opened = dollars(site, 1);
            assertThat(dollars(site, 1)).isEqualTo(opened);
            assertThat(site.accounts.allOfPerson(Site.CLERK, new PersonId(1)))
                    .extracting(one -> one.balance().currency().getCurrencyCode())
                    .containsExactly("EUR", "USD");
            assertThat(site.accounts.ofPerson(Site.CLERK, new PersonId(1)))
                    .map(Account::id)
                    .contains(site.id(1));
        }
    }

    @Test
    void whatIsNoMoneyAndWhomThereIsNotIsSaid() {
        try (var site = Site.inMemory(1, 1)) {
            var gold =
                    site.accounts.open(
                            Site.ADMINISTRATOR,
                            RequestId.fresh(),
                            new PersonId(1),
                            Currency.getInstance("XAU"));
            var nobody =
                    site.accounts.open(Site.ADMINISTRATOR, RequestId.fresh(), new PersonId(9), USD);
            assertThat(((OpenOutcome.Rejected) gold).problems())
                    .extracting(problem -> problem.key())
                    .containsExactly("accounts.currency-unpaid");
            assertThat(((OpenOutcome.Rejected) nobody).problems())
                    .extracting(problem -> problem.key())
                    .containsExactly("people.unknown");
        }
    }

    @Test
    void aPaymentTakesTheAccountOfItsCurrencyAndIsRefusedWithoutOne() {
        try (var site = Site.inMemory(2, 1)) {
            var opened = dollars(site, 1);
            site.accounts.topUp(
                    Site.CLERK, RequestId.fresh(), opened.id(), usd(500), PaymentMeans.CASH);
            var ask = new Ask("a", Site.uid(1), usd(300), Site.START);
            assertThat(site.payments.authorise(Site.point(1), 1, ask)).isInstanceOf(Approved.class);
            var other = new Ask("b", Site.uid(2), usd(300), Site.START);
            assertThat(site.payments.authorise(Site.point(1), 1, other))
                    .isEqualTo(new Refused(Why.WRONG_CURRENCY, usd(0)));
            var centre = new Ask("c", Site.uid(1), usd(100), Site.START, "kitchen");
            assertThat(site.payments.authorise(Site.point(1), 1, centre))
                    .as("budgets are euros")
                    .isEqualTo(new Refused(Why.WRONG_CURRENCY, usd(0)));
            site.payments.book(
                    Site.point(1), 1, new PaymentEvent(1, "a", Site.uid(1), usd(300), Site.START));
            assertThat(site.accounts.find(Site.SYSTEM, opened.id()).orElseThrow().balance())
                    .isEqualTo(usd(200));
            assertThat(site.account(1).balance()).isEqualTo(Site.eur(0));
            var today = site.accounts.check(Site.CLERK);
            assertThat(today.turnoverToday()).as("never added up").isEqualTo(Site.eur(0));
            assertThat(today.otherTurnover()).containsExactly(usd(300));
            assertThat(today.paymentsToday()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsTransferredFromOneCurrencyToAnother() {
        try (var site = Site.inMemory(1, 1)) {
            var opened = dollars(site, 1);
            site.accounts.topUp(
                    Site.CLERK, RequestId.fresh(), opened.id(), usd(500), PaymentMeans.CASH);
            for (var amount : List.of(usd(100), Site.eur(100))) {
                var outcome =
                        site.postings.transfer(
                                Site.CLERK,
                                RequestId.fresh(),
                                new Postings.Transfer(opened.id(), site.id(1), amount, GROUNDS));
                assertThat(((MoveOutcome.Rejected) outcome).problems())
                        .extracting(problem -> problem.key())
                        .containsExactly("accounts.currency-mismatch");
            }
        }
    }

    @Test
    void theSitesLimitsAndLevelsAreAmountsOfItsOwnCurrency() {
        try (var site = Site.inMemory(2, 1)) {
            site.moneyRules.change(
                    Site.ADMINISTRATOR,
                    RequestId.fresh(),
                    new AccountRules(
                            new TransferRules(100, 100, false),
                            new ApprovalLevels(10_000, 0, 0, 0),
                            new Tariff(0, 0, Map.of(), ""),
                            Map.of(),
                            24));
            var one = dollars(site, 1);
            var other = dollars(site, 2);
            site.accounts.topUp(
                    Site.CLERK, RequestId.fresh(), one.id(), usd(90_000_000), PaymentMeans.CASH);
            assertThat(site.accounts.find(Site.SYSTEM, one.id()).orElseThrow().balance())
                    .as("no highest balance in dollars")
                    .isEqualTo(usd(90_000_000));
            assertThat(
                            site.postings.transfer(
                                    Site.CLERK,
                                    RequestId.fresh(),
                                    new Postings.Transfer(
                                            one.id(), other.id(), usd(5_000), GROUNDS)))
                    .as("the most in one transfer is one euro")
                    .isInstanceOf(MoveOutcome.Moved.class);
            assertThat(
                            site.postings.payOut(
                                    Site.CLERK,
                                    RequestId.fresh(),
                                    new Postings.PayOut(
                                            one.id(), usd(1), PaymentMeans.CASH, GROUNDS)))
                    .as("nobody says how much ten thousand cents are in dollars")
                    .isInstanceOf(MoveOutcome.NeedsApproval.class);
            assertThat(site.limits.standing(Site.CLERK, one.id())).isEmpty();
        }
    }

    /// Whatever is asked for in whatever currency of whatever account.
    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    @net.jqwik.api.Tag("ID-15")
    void noHistoryMixesCurrencies(@ForAll long seed) {
        var random = new Random(seed);
        try (var site = Site.inMemory(2, 2)) {
            var accounts =
                    List.of(site.id(1), site.id(2), dollars(site, 1).id(), dollars(site, 2).id());
            var asked = 0;
            for (var i = 0; i < 60; i++) {
                var account = accounts.get(random.nextInt(4));
                var money =
                        new Money(1 + random.nextInt(400), random.nextBoolean() ? Site.EUR : USD);
                var request = RequestId.fresh();
                switch (random.nextInt(8)) {
                    case 0, 1 ->
                            site.accounts.topUp(
                                    Site.CLERK, request, account, money, PaymentMeans.CASH);
                    case 2 ->
                            site.postings.transfer(
                                    Site.CLERK,
                                    request,
                                    new Postings.Transfer(
                                            account,
                                            accounts.get(random.nextInt(4)),
                                            money,
                                            GROUNDS));
                    case 3 ->
                            site.postings.payOut(
                                    Site.CLERK,
                                    request,
                                    new Postings.PayOut(
                                            account, money, PaymentMeans.CASH, GROUNDS));
                    case 4 ->
                            site.postings.correct(
                                    Site.ADMINISTRATOR,
                                    request,
                                    new Postings.Correction(account, money, GROUNDS));
                    case 5 ->
                            site.postings.reverse(
                                    Site.ADMINISTRATOR,
                                    request,
                                    new Postings.Reversal(1 + random.nextInt(20), GROUNDS));
                    case 6 -> {
                        asked++;
                        site.payments.authorise(
                                Site.point(1),
                                1,
                                new Ask(
                                        "ask-" + asked,
                                        Site.uid(1 + random.nextInt(2)),
                                        money,
                                        Site.START));
                    }
                    default -> {
                        asked++;
                        site.payments.book(
                                Site.point(1),
                                1,
                                new PaymentEvent(
                                        asked,
                                        "ask-" + random.nextInt(asked + 1),
                                        Site.uid(1 + random.nextInt(2)),
                                        money,
                                        Site.START));
                    }
                }
            }
            assertThat(mixed(site)).isZero();
            assertThat(new BooksAudit(site.books).findings()).isEmpty();
            assertThat(sumsByCurrency(site)).allMatch(sum -> sum == 0);
        }
    }

    /// Entries and holds in another currency than their account.
    private static int mixed(Site site) {
        return site.books.read(sql ->
                sql.fetchCount(
                                LEDGER_ENTRY
                                        .join(LEDGER_ACCOUNT)
                                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID)),
                                LEDGER_ACCOUNT.CURRENCY.ne(LEDGER_ENTRY.CURRENCY))
                        + sql.fetchCount(
                                LEDGER_HOLD
                                        .join(LEDGER_ACCOUNT)
                                        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_HOLD.ACCOUNT_ID)),
                                LEDGER_ACCOUNT.CURRENCY.ne(LEDGER_HOLD.CURRENCY)));
    }

    /// Of each posting.
    private static List<Long> sumsByCurrency(Site site) {
        return site.books.read(sql ->
                sql.fetch(
                                "select sum(amount) as total from ledger_entry group by posting_id, currency")
                        .map(row -> row.get(0, Long.class)));
    }
}
