package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.Budget.Period;
import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cost centres as payments meet them. 22 November 2026, the site's first day, is a Sunday.
final class CostCentresTest {

    private final Site site = Site.inMemory(3, 1);

    @AfterEach
    void close() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    @Tag("ID-16")
    @Tag("ID-17")
    void aPaymentIsBookedToTheCentreChosenOrMarkedAndElseToTheOwnAccount() {
        topUp(1, 1_000);
        var kitchen = add("kitchen", OverBudget.REFUSE);
        var guests = add("guests", OverBudget.REFUSE);
        link(kitchen, Holder.PERSON, 1, false);
        link(guests, Holder.MEDIUM, 1, false);
        link(guests, Holder.PERSON, 2, false);
        assertThat(ask("a", 1, 100, "kitchen")).isInstanceOf(Approved.class);
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(0));
        assertThat(ask("b", 1, 100, "guests")).isInstanceOf(Approved.class);
        assertThat(ask("c", 2, 100, "guests")).isInstanceOf(Approved.class);
        assertThat(ask("d", 2, 100, "kitchen"))
                .isEqualTo(new Refused(Why.UNKNOWN_COST_CENTRE, Site.eur(0)));
        assertThat(ask("e", 1, 100, "")).isInstanceOf(Approved.class);
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(100));
        link(kitchen, Holder.PERSON, 1, true);
        assertThat(ask("f", 1, 100, "")).isInstanceOf(Approved.class);
        assertThat(ask("g", 1, 100, "own")).isInstanceOf(Approved.class);
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(200));
        assertThat(site.costCentres.offers(Site.CLERK, new PersonId(1)))
                .extracting(offer -> offer.centre().code())
                .containsExactly("kitchen", "guests");
        pay(1, "a", 1, 80, "");
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(1_000));
    }

    @Test
    @Tag("ID-16")
    @Tag("ID-21")
    void movementsAreFilteredByWhoPaidAndTheOwnBalanceStandsBeside() {
        topUp(1, 1_000);
        var kitchen = add("kitchen", OverBudget.REFUSE);
        var guests = add("guests", OverBudget.REFUSE);
        link(kitchen, Holder.PERSON, 1, false);
        link(guests, Holder.PERSON, 1, false);
        link(kitchen, Holder.PERSON, 2, false);
        ask("a", 1, 100, "kitchen");
        var first = pay(1, "a", 1, 100, "");
        ask("b", 1, 50, "guests");
        pay(2, "b", 1, 50, "");
        ask("c", 2, 70, "kitchen");
        pay(3, "c", 2, 70, "");
        pay(4, "", 1, 30, "own");
        site.postings.refund(
                Site.CLERK,
                RequestId.fresh(),
                new Postings.Refund(first, Site.eur(40), Grounds.of(Reason.GOODS_RETURNED)));
        assertThat(paidBy(MovementFilter.OWN_MONEY)).containsExactly("-30 970", "1000 1000");
        assertThat(paidBy(kitchen.number())).containsExactly("40 970", "-100 1000");
        assertThat(paidBy(MovementFilter.ANY_CENTRE))
                .containsExactly("40 970", "-50 1000", "-100 1000");
        var statements = Statements.in(site.keeping);
        assertThat(statements.centres(Site.CLERK, site.id(1)))
                .extracting(Statements.Centre::label)
                .containsExactly("guests Centre guests", "kitchen Centre kitchen");
        assertThat(statements.posting(Site.CLERK, site.id(1), first, LookPurpose.COMPLAINT))
                .isPresent();
        assertThat(statements.posting(Site.CLERK, site.id(2), first, LookPurpose.COMPLAINT))
                .isEmpty();
    }

    private java.util.List<String> paidBy(long centre) {
        return Statements.in(site.keeping)
                .page(
                        Site.CLERK,
                        site.id(1),
                        LookPurpose.AUDIT,
                        new MovementFilter(
                                null,
                                null,
                                null,
                                MovementFilter.ANYWHERE,
                                MovementFilter.Direction.BOTH,
                                centre,
                                MovementMarks.ANY),
                        null,
                        50)
                .rows()
                .stream()
                .map(row -> row.amount().minor() + " " + row.balanceAfter().minor())
                .toList();
    }

    @Test
    @Tag("ID-18")
    void overBudgetThePaymentIsRefusedOrFallsBackToTheOwnAccount() {
        topUp(1, 1_000);
        var strict = add("strict", OverBudget.REFUSE);
        var kind = add("kind", OverBudget.OWN_ACCOUNT);
        link(strict, Holder.PERSON, 1, false);
        link(kind, Holder.PERSON, 1, false);
        budget(strict, 0, Period.MONTH, 150, false, null);
        budget(kind, 0, Period.MONTH, 150, false, null);
        assertThat(((Approved) ask("a", 1, 100, "strict")).availableAfter())
                .isEqualTo(Site.eur(50));
        assertThat(ask("b", 1, 51, "strict")).isEqualTo(new Refused(Why.OVER_BUDGET, Site.eur(50)));
        assertThat(ask("c", 1, 151, "kind")).isInstanceOf(Approved.class);
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(151));
        site.payments.release(Site.point(1), 1, "a");
        assertThat(ask("d", 1, 150, "strict")).isInstanceOf(Approved.class);
    }

    @Test
    @Tag("ID-18")
    void aPersonsBudgetOnACentreStandsBesideTheCentresOwn() {
        var centre = add("trip", OverBudget.REFUSE);
        link(centre, Holder.PERSON, 1, true);
        link(centre, Holder.PERSON, 2, true);
        budget(centre, 0, Period.ONCE, 300, false, null);
        budget(centre, site.id(1).number(), Period.DAY, 100, false, null);
        assertThat(ask("a", 1, 101, "")).isEqualTo(new Refused(Why.OVER_BUDGET, Site.eur(100)));
        assertThat(ask("b", 1, 100, "")).isInstanceOf(Approved.class);
        assertThat(ask("c", 2, 201, "")).isEqualTo(new Refused(Why.OVER_BUDGET, Site.eur(200)));
        assertThat(ask("d", 2, 200, "")).isInstanceOf(Approved.class);
        assertThat(site.costCentres.budgets(Site.CLERK, centre))
                .extracting(standing -> standing.used().minor())
                .containsExactly(300L, 100L);
    }

    @Test
    @Tag("ID-18")
    void whatIsLeftOfAPeriodLapsesOrCarriesOver() {
        var lapses = add("lapses", OverBudget.REFUSE);
        var carries = add("carries", OverBudget.REFUSE);
        link(lapses, Holder.PERSON, 1, false);
        link(carries, Holder.PERSON, 1, false);
        budget(lapses, 0, Period.WEEK, 100, false, null);
        budget(carries, 0, Period.WEEK, 100, true, null);
        pay(1, "", 1, 30, "lapses");
        pay(2, "", 1, 30, "carries");
        site.pass(Duration.ofDays(1)); // Monday
        assertThat(ask("a", 1, 101, "lapses"))
                .isEqualTo(new Refused(Why.OVER_BUDGET, Site.eur(100)));
        assertThat(ask("b", 1, 171, "carries"))
                .isEqualTo(new Refused(Why.OVER_BUDGET, Site.eur(170)));
        site.pass(Duration.ofDays(7));
        assertThat(ask("c", 1, 270, "carries")).isInstanceOf(Approved.class);
    }

    @Test
    @Tag("ID-18")
    void aBudgetFromToGrantsNothingOutsideItsDays() {
        var centre = add("fair", OverBudget.REFUSE);
        link(centre, Holder.PERSON, 1, true);
        budget(centre, 0, Period.SPAN, 100, false, LocalDate.of(2026, 11, 23));
        assertThat(ask("a", 1, 60, "")).isInstanceOf(Approved.class);
        site.pass(Duration.ofDays(2));
        assertThat(ask("b", 1, 1, "")).isEqualTo(new Refused(Why.OVER_BUDGET, Site.eur(0)));
    }

    @Test
    @Tag("ID-18")
    void aRefundGoesBackToTheDayItWasTakenFromAndNeverToTheHolder() {
        var centre = add("kitchen", OverBudget.REFUSE);
        link(centre, Holder.PERSON, 1, true);
        budget(centre, 0, Period.DAY, 100, false, null);
        var paid = pay(1, "", 1, 90, "");
        assertThat(used(centre)).isEqualTo(90);
        var refund =
                site.postings.refund(
                        Site.CLERK,
                        RequestId.fresh(),
                        new Postings.Refund(paid, Site.eur(40), Grounds.of(Reason.GOODS_RETURNED)));
        assertThat(refund).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(used(centre)).isEqualTo(50);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(0));
        assertThat(reverse(((MoveOutcome.Moved) refund).posting()))
                .isInstanceOf(MoveOutcome.Moved.class);
        assertThat(used(centre)).isEqualTo(90);
        site.pass(Duration.ofDays(1));
        assertThat(used(centre)).isZero();
        assertThat(reverse(paid)).isInstanceOf(MoveOutcome.Moved.class);
        assertThat(used(centre)).as("today's budget does not grow").isZero();
    }

    @Test
    @Tag("ID-17")
    void aGroupMayChargeACentreUntilOneLeavesIt() {
        var centre = add("lab", OverBudget.REFUSE);
        var group =
                ((app.lodge.core.groups.Groups.GroupOutcome.Done)
                                site.groups.add(Site.ADMINISTRATOR, RequestId.fresh(), "Lab"))
                        .group()
                        .id();
        site.groups.enter(Site.ADMINISTRATOR, RequestId.fresh(), group, new PersonId(1));
        link(centre, Holder.GROUP, group.number(), false);
        assertThat(ask("a", 1, 5, "lab")).isInstanceOf(Approved.class);
        site.groups.leave(Site.ADMINISTRATOR, RequestId.fresh(), group, new PersonId(1));
        assertThat(ask("b", 1, 5, "lab")).isInstanceOf(Refused.class);
    }

    @Test
    void whatCannotBeSaysWhy() {
        var centre = add("kitchen", OverBudget.REFUSE);
        assertThat(
                        site.costCentres.add(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                "kitchen",
                                " ",
                                OverBudget.REFUSE))
                .isInstanceOfSatisfying(
                        CentreOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems()).hasSize(2));
        assertThat(
                        site.costCentres.link(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                centre,
                                new Link(Holder.PERSON, 99, false)))
                .isInstanceOf(CentreOutcome.Rejected.class);
        assertThat(
                        site.costCentres.setBudget(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                centre,
                                new Budget(99, Period.SPAN, -1, false, Site.TODAY, null)))
                .isInstanceOfSatisfying(
                        CentreOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problems()).hasSize(3));
    }

    private CentreId add(String code, OverBudget rule) {
        return ((CentreOutcome.Done)
                        site.costCentres.add(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                code,
                                "Centre " + code,
                                rule))
                .centre()
                .id();
    }

    private void link(CentreId centre, Holder holder, long number, boolean preferred) {
        assertThat(
                        site.costCentres.link(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                centre,
                                new Link(holder, number, preferred)))
                .isInstanceOf(CentreOutcome.Done.class);
    }

    private void budget(
            CentreId centre,
            long account,
            Period period,
            long amount,
            boolean carriesOver,
            @Nullable LocalDate until) {
        assertThat(
                        site.costCentres.setBudget(
                                Site.ADMINISTRATOR,
                                RequestId.fresh(),
                                centre,
                                new Budget(
                                        account, period, amount, carriesOver, Site.TODAY, until)))
                .isInstanceOf(CentreOutcome.Done.class);
    }

    @Test
    @Tag("ID-16")
    @Tag("ID-56")
    void aMonthsRollupHasItsPostingsAndCountsNoFewerThanFivePeople() {
        var hall = add("hall", OverBudget.REFUSE);
        var trip = add("trip", OverBudget.REFUSE);
        link(hall, Holder.PERSON, 1, false);
        link(hall, Holder.PERSON, 2, false);
        link(trip, Holder.PERSON, 1, false);
        pay(1, "", 1, 300, "hall");
        var second = pay(2, "", 2, 200, "hall");
        reverse(second);
        var from = Site.TODAY.withDayOfMonth(1);
        var until = from.plusMonths(1).minusDays(1);
        assertThat(site.costCentres.rollup(Site.CLERK, from, until))
                .containsExactly(
                        new app.lodge.core.costcentres.CostCentres.Rollup(
                                hall, 2, Site.eur(500), Site.eur(200), null));
        var page = site.costCentres.charges(Site.CLERK, hall, from, until, null, 1);
        assertThat(page.rows())
                .extracting(charge -> charge.amount(), charge -> charge.givenBack())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Site.eur(200), Site.eur(200)));
        assertThat(site.costCentres.charges(Site.CLERK, hall, from, until, page.next(), 5).rows())
                .extracting(charge -> charge.amount())
                .containsExactly(Site.eur(300));
        assertThat(site.costCentres.rollup(Site.CLERK, until.plusDays(1), until.plusDays(9)))
                .isEmpty();
    }

    @Test
    @Tag("ID-17")
    void aPointLearnsWhatThePayerMayChooseTheDefaultFirst() {
        var hall = add("hall", OverBudget.REFUSE);
        var trip = add("trip", OverBudget.REFUSE);
        link(hall, Holder.MEDIUM, 1, false);
        link(trip, Holder.PERSON, 1, true);
        assertThat(site.payments.choices(Site.point(1), 1, Site.uid(1)))
                .isEqualTo(
                        new Payments.Choices.Offered(
                                java.util.List.of(
                                        new CentreBudgets.Choice("trip", "Centre trip", true),
                                        new CentreBudgets.Choice("hall", "Centre hall", false))));
        assertThat(site.payments.choices(Site.point(1), 1, Site.uid(2)))
                .isEqualTo(new Payments.Choices.Offered(java.util.List.of()));
        site.accounts.block(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                site.id(1),
                app.lodge.core.accounts.BlockReason.LOST);
        assertThat(site.payments.choices(Site.point(1), 1, Site.uid(1)))
                .isEqualTo(new Payments.Choices.Refused(Why.BLOCKED_ACCOUNT));
    }

    private long used(CentreId centre) {
        return site.costCentres.budgets(Site.CLERK, centre).getFirst().used().minor();
    }

    private MoveOutcome reverse(long posting) {
        return site.postings.reverse(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                new Postings.Reversal(posting, Grounds.of(Reason.CLERK_ERROR)));
    }

    private void topUp(int person, long cents) {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(person), Site.eur(cents), PaymentMeans.CASH);
    }

    private Authorisation ask(String id, int person, long cents, String centre) {
        return site.payments.authorise(
                Site.point(1), 1, new Ask(id, Site.uid(person), Site.eur(cents), site.now, centre));
    }

    private long pay(long seq, String ask, int person, long cents, String centre) {
        return site.payments.book(
                Site.point(1),
                1,
                new PaymentEvent(seq, ask, Site.uid(person), Site.eur(cents), site.now, centre));
    }
}
