package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limit.Owner;
import app.lodge.core.accounts.Limits.LimitOutcome;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.RequestId;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.GroupOutcome;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitsTest {

    private final Site site = Site.inMemory(3, 1);

    @AfterEach
    void close() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    @Tag("ID-19")
    void anOverdraftLetsPayBelowZeroUntilItsLastDay() {
        set(Kind.OVERDRAFT, 1, 500, LocalDate.of(2026, 11, 22));
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(500));
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(0));
        assertThat(site.account(1).available()).isEqualTo(Site.eur(500));
        assertThat(ask("a", 1, 400)).isInstanceOf(Approved.class);
        site.pass(Duration.ofDays(1));
        assertThat(ask("b", 1, 50)).isEqualTo(new Refused(Why.INSUFFICIENT, Site.eur(-400)));
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(0));
        site.payments.expireHolds(Site.SYSTEM);
        assertThat(site.limits.of(Site.CLERK, Owner.ACCOUNT, site.id(1).number())).isEmpty();
    }

    @Test
    @Tag("ID-13")
    @Tag("ID-19")
    void aLimitOnTheAccountWinsOverGroupsAndAmongGroupsTheSmallestWins() {
        var guests = group("Guests");
        var staff = group("Staff");
        enter(guests, 1);
        enter(staff, 1);
        setGroup(Kind.OVERDRAFT, staff, 900);
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(900));
        setGroup(Kind.OVERDRAFT, guests, 300);
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(300));
        set(Kind.OVERDRAFT, 1, 2_000, null);
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(2_000));
        site.limits.remove(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                Owner.ACCOUNT,
                site.id(1).number(),
                Kind.OVERDRAFT);
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(300));
        site.groups.leave(Site.ADMINISTRATOR, RequestId.fresh(), guests, new PersonId(1));
        assertThat(site.account(1).overdraft()).isEqualTo(Site.eur(900));
        enter(staff, 2);
        assertThat(site.account(2).overdraft()).isEqualTo(Site.eur(900));
        assertThat(site.account(3).overdraft()).isEqualTo(Site.eur(0));
    }

    @Test
    @Tag("ID-13")
    void aSpendingLimitCountsWhatIsReservedAndForgetsWhatWasGivenBack() {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(9_000), PaymentMeans.CASH);
        set(Kind.SPENT_PER_WEEK, 1, 1_000, null);
        assertThat(ask("a", 1, 600)).isInstanceOf(Approved.class);
        var refused = (Refused) ask("b", 1, 500);
        assertThat(refused.why()).isEqualTo(Why.LIMIT_REACHED);
        assertThat(refused.limit().remains()).isEqualTo(400);
        assertThat(refused.limit().limit().kind()).isEqualTo(Kind.SPENT_PER_WEEK);
        var paid =
                site.payments.book(
                        Site.point(1),
                        1,
                        new PaymentEvent(1, "a", Site.uid(1), Site.eur(600), Site.START));
        assertThat(ask("c", 1, 500)).isInstanceOf(Refused.class);
        site.postings.refund(
                Site.CLERK,
                RequestId.fresh(),
                new Postings.Refund(paid, Site.eur(200), Grounds.of(Reason.GOODS_RETURNED)));
        assertThat(ask("d", 1, 500)).isInstanceOf(Approved.class);
        site.pass(Duration.ofDays(1)); // a Monday
        site.payments.expireHolds(Site.SYSTEM);
        assertThat(ask("e", 1, 1_000)).isInstanceOf(Approved.class);
    }

    @Test
    @Tag("ID-13")
    void aLimitMayCountPayments() {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(9_000), PaymentMeans.CASH);
        set(Kind.PAYMENTS_PER_DAY, 1, 2, null);
        assertThat(ask("a", 1, 1)).isInstanceOf(Approved.class);
        assertThat(ask("b", 1, 1)).isInstanceOf(Approved.class);
        assertThat(((Refused) ask("c", 1, 1)).limit().remains()).isZero();
        assertThat(site.limits.standing(Site.CLERK, site.id(1)))
                .anySatisfy(standing -> {
                    assertThat(standing.limit().kind()).isEqualTo(Kind.PAYMENTS_PER_DAY);
                    assertThat(standing.used()).isEqualTo(2);
                    assertThat(standing.remains()).isZero();
                });
    }

    /// Sunday the 22nd: the week ends with the day, the month eight days later.
    @ParameterizedTest
    @Tag("ID-13")
    @CsvSource({
        "SPENT_PER_DAY, 0", "SPENT_PER_WEEK, 0", "SPENT_PER_MONTH, 8",
        "PAYMENTS_PER_DAY, 0", "PAYMENTS_PER_WEEK, 0", "PAYMENTS_PER_MONTH, 8"
    })
    void aSpendingLimitHoldsToTheLastDayOfItsPeriodAndBeginsAnew(Kind kind, int lastDay) {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(9_000), PaymentMeans.CASH);
        set(kind, 1, kind.counts() ? 1 : 100, null);
        assertThat(ask("a", 1, 100)).isInstanceOf(Approved.class);
        site.payments.book(
                Site.point(1), 1, new PaymentEvent(1, "a", Site.uid(1), Site.eur(100), Site.START));
        site.pass(Duration.ofDays(lastDay));
        assertThat(ask("b", 1, 1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.limit().limit().kind()).isEqualTo(kind);
                            assertThat(refused.limit().remains()).isZero();
                        });
        site.pass(Duration.ofDays(1));
        assertThat(ask("c", 1, 100)).isInstanceOf(Approved.class);
    }

    @Test
    @Tag("ID-13")
    void anAccountMayHaveAMaximumBalanceOfItsOwn() {
        set(Kind.BALANCE, 1, 1_000, null);
        assertThat(
                        site.accounts.topUp(
                                Site.CLERK,
                                RequestId.fresh(),
                                site.id(1),
                                Site.eur(1_001),
                                PaymentMeans.CASH))
                .isEqualTo(new TopUpOutcome.AboveMaximumBalance(Site.eur(1_001), Site.eur(1_000)));
    }

    @Test
    void aLimitThatCannotBeSaysWhy() {
        assertThat(trySet(new Limit(Kind.BALANCE, Owner.SITE, 0, 1, null)))
                .isInstanceOf(LimitOutcome.Rejected.class);
        assertThat(trySet(new Limit(Kind.BALANCE, Owner.GROUP, 9, 1, null)))
                .isInstanceOf(LimitOutcome.Rejected.class);
        assertThat(
                        trySet(
                                new Limit(
                                        Kind.BALANCE,
                                        Owner.ACCOUNT,
                                        site.id(1).number(),
                                        -1,
                                        LocalDate.of(2026, 11, 1))))
                .isInstanceOfSatisfying(
                        LimitOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems()).hasSize(2));
        assertThat(site.groups.add(Site.ADMINISTRATOR, RequestId.fresh(), " "))
                .isInstanceOf(GroupOutcome.Rejected.class);
        group("Guests");
        assertThat(site.groups.add(Site.ADMINISTRATOR, RequestId.fresh(), "Guests"))
                .isInstanceOf(GroupOutcome.Rejected.class);
    }

    private GroupId group(String name) {
        return ((GroupOutcome.Done) site.groups.add(Site.ADMINISTRATOR, RequestId.fresh(), name))
                .group()
                .id();
    }

    private void enter(GroupId group, long person) {
        site.groups.enter(Site.ADMINISTRATOR, RequestId.fresh(), group, new PersonId(person));
    }

    private void set(Kind kind, int person, long most, @Nullable LocalDate until) {
        assertThat(trySet(new Limit(kind, Owner.ACCOUNT, site.id(person).number(), most, until)))
                .isInstanceOf(LimitOutcome.Done.class);
    }

    private void setGroup(Kind kind, GroupId group, long most) {
        assertThat(trySet(new Limit(kind, Owner.GROUP, group.number(), most, null)))
                .isInstanceOf(LimitOutcome.Done.class);
    }

    private LimitOutcome trySet(Limit limit) {
        return site.limits.set(Site.ADMINISTRATOR, RequestId.fresh(), limit);
    }

    private Authorisation ask(String id, int person, long cents) {
        return site.payments.authorise(
                Site.point(1), 1, new Ask(id, Site.uid(person), Site.eur(cents), site.now));
    }
}
