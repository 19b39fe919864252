package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.Holds.ReleaseOutcome;
import app.lodge.core.accounts.Payments.Ask;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Approved;
import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.Budget.Period;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.journal.Journal;
import app.lodge.core.media.MediumKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is reserved of an account, seen and let go.
@Tag("ID-50")
final class HoldsTest {

    private final Site site = Site.inMemory(2, 2);
    private final Holds holds = Holds.in(site.keeping);
    private long seq;

    @BeforeEach
    void money() {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(5_000), PaymentMeans.CASH);
    }

    @AfterEach
    void close() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    void openCapturedReleasedAndExpiredOnesStandWithPlaceTimesAndMedium() {
        ask(1, "captured", 100, "");
        pay(1, "captured", 80);
        ask(1, "released", 200, "");
        site.payments.release(Site.point(1), 1, "released");
        ask(2, "expired", 300, "");
        site.pass(Duration.ofMinutes(site.settings.holdMinutes() + 1L));
        site.payments.expireHolds(Site.SYSTEM);
        ask(2, "open", 400, "");

        var all = page(LookPurpose.AUDIT, null);
        assertThat(all)
                .extracting(HeldMoney::state)
                .containsExactly(
                        HoldState.OPEN, HoldState.EXPIRED, HoldState.RELEASED, HoldState.CAPTURED);
        var open = all.getFirst();
        assertThat(open.amount()).isEqualTo(Site.eur(400));
        assertThat(open.place()).isEqualTo("Canteen 2");
        assertThat(open.since()).isEqualTo(site.now);
        assertThat(open.until())
                .isEqualTo(site.now.plus(Duration.ofMinutes(site.settings.holdMinutes())));
        assertThat(open.medium()).isEqualTo(MediumKind.CARD);
        assertThat(open.issue()).isEqualTo(1);
        assertThat(open.centre()).isEmpty();
        assertThat(page(LookPurpose.AUDIT, HoldState.EXPIRED))
                .extracting(one -> one.amount().minor())
                .containsExactly(300L);
        assertThat(holds.page(Site.CLERK, site.id(2), LookPurpose.AUDIT, null, null, 10).rows())
                .isEmpty();
    }

    @Test
    void pagesFollowOneAnotherAndTheCounterSeesTheNewestTenHoweverItFilters() {
        for (var i = 0; i < 12; i++) {
            ask(1, "ask-" + i, 10 + i, "");
        }
        pay(1, "ask-0", 10);
        var seen = new ArrayList<Long>();
        @Nullable String after = null;
        do {
            var page = holds.page(Site.CLERK, site.id(1), LookPurpose.AUDIT, null, after, 5);
            page.rows().forEach(one -> seen.add(one.amount().minor()));
            after = page.next();
        } while (after != null);
        assertThat(seen)
                .containsExactly(21L, 20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L, 12L, 11L, 10L);
        var rowsBefore = journal("account.looked-at");
        assertThat(page(LookPurpose.COUNTER, null)).hasSize(10);
        assertThat(page(LookPurpose.COUNTER, HoldState.CAPTURED)).isEmpty();
        assertThat(journal("account.looked-at")).isEqualTo(rowsBefore);
        page(LookPurpose.COMPLAINT, null);
        assertThat(journal("account.looked-at").getFirst()).contains("COMPLAINT").contains("holds");
    }

    @Test
    void anOpenOneIsLetGoOnceWithAReasonThatIsJournalled() {
        ask(1, "stuck", 900, "");
        var hold = page(LookPurpose.AUDIT, HoldState.OPEN).getFirst();
        assertThat(site.account(1).available()).isEqualTo(Site.eur(4_100));
        var request = RequestId.fresh();
        var answer = release(request, 1, hold.number());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ReleaseOutcome.LetGo.class,
                        let -> {
                            assertThat(let.account().available()).isEqualTo(Site.eur(5_000));
                            assertThat(let.account().reserved()).isEqualTo(Site.eur(0));
                        });
        assertThat(release(request, 1, hold.number())).isEqualTo(answer);
        assertThat(journal("hold.released")).hasSize(1);
        assertThat(journal("hold.released").getFirst())
                .contains("DEVICE_ERROR")
                .contains("\"hold\":" + hold.number());
        assertThat(release(RequestId.fresh(), 1, hold.number()))
                .isEqualTo(new ReleaseOutcome.EndedBefore(HoldState.RELEASED));
    }

    @Test
    void whatThePaymentPointCapturedIsNotLetGo() {
        ask(1, "paid", 900, "");
        var hold = page(LookPurpose.AUDIT, HoldState.OPEN).getFirst();
        pay(1, "paid", 850);
        assertThat(release(RequestId.fresh(), 1, hold.number()))
                .isEqualTo(new ReleaseOutcome.EndedBefore(HoldState.CAPTURED));
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(4_150));
        assertThat(journal("hold.released")).isEmpty();
    }

    @Test
    void aPaymentThatIsReportedAfterItsMoneyWasLetGoIsBookedAllTheSame() {
        ask(1, "late", 900, "");
        release(RequestId.fresh(), 1, page(LookPurpose.AUDIT, HoldState.OPEN).getFirst().number());
        pay(1, "late", 850);
        assertThat(site.account(1).balance()).isEqualTo(Site.eur(4_150));
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(0));
        assertThat(page(LookPurpose.AUDIT, null))
                .extracting(HeldMoney::state)
                .containsExactly(HoldState.RELEASED);
    }

    @Test
    void onlyTheAccountsOwnOnesAreLetGoAndOnlyByWhoMayCorrect() {
        ask(1, "mine", 900, "");
        var hold = page(LookPurpose.AUDIT, HoldState.OPEN).getFirst();
        assertThat(release(RequestId.fresh(), 2, hold.number()))
                .isInstanceOfSatisfying(
                        ReleaseOutcome.Rejected.class,
                        no ->
                                assertThat(no.problems())
                                        .extracting(one -> one.key())
                                        .containsExactly("accounts.hold-not-found"));
        assertThat(release(RequestId.fresh(), 1, hold.number() + 1))
                .isInstanceOf(ReleaseOutcome.Rejected.class);
        assertThatThrownBy(() ->
                        holds.release(
                                new Actor(3, "Iva", Role.CLERK, "desk-1"),
                                RequestId.fresh(),
                                site.id(1),
                                hold.number(),
                                Reason.OTHER))
                .isInstanceOf(NotPermitted.class);
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(900));
    }

    @Test
    @Tag("ID-18")
    void whatACostCentreReservedForTheHolderStandsThereTooAndItsBudgetIsFreeAgain() {
        var kitchen =
                ((CentreOutcome.Done)
                                site.costCentres.add(
                                        Site.ADMINISTRATOR,
                                        RequestId.fresh(),
                                        "kitchen",
                                        "Meals",
                                        OverBudget.REFUSE))
                        .centre()
                        .id();
        site.costCentres.link(
                Site.ADMINISTRATOR, RequestId.fresh(), kitchen, new Link(Holder.PERSON, 1, false));
        site.costCentres.setBudget(
                Site.ADMINISTRATOR,
                RequestId.fresh(),
                kitchen,
                new Budget(0, Period.DAY, 1_000, false, Site.TODAY, null));
        ask(1, "own", 100, "");
        ask(1, "meal", 1_000, "kitchen");
        ask(1, "own too", 200, "");
        assertThat(page(LookPurpose.AUDIT, null))
                .extracting(HeldMoney::centre)
                .containsExactly("", "kitchen Meals", "");
        assertThat(authorise(1, "again", 1_000, "kitchen")).isNotInstanceOf(Approved.class);
        var meal = page(LookPurpose.AUDIT, HoldState.OPEN).get(1);
        assertThat(release(RequestId.fresh(), 2, meal.number()))
                .isInstanceOf(ReleaseOutcome.Rejected.class);
        assertThat(release(RequestId.fresh(), 1, meal.number()))
                .isInstanceOf(ReleaseOutcome.LetGo.class);
        assertThat(site.account(1).reserved()).isEqualTo(Site.eur(300));
        assertThat(authorise(1, "now", 1_000, "kitchen")).isInstanceOf(Approved.class);
    }

    private Authorisation authorise(long device, String id, long cents, String centre) {
        return site.payments.authorise(
                Site.point(device),
                device,
                new Ask(id, Site.uid(1), Site.eur(cents), site.now, centre));
    }

    private void ask(long device, String id, long cents, String centre) {
        assertThat(authorise(device, id, cents, centre)).isInstanceOf(Approved.class);
    }

    private void pay(long device, String ask, long cents) {
        site.payments.book(
                Site.point(device),
                device,
                new PaymentEvent(++seq, ask, Site.uid(1), Site.eur(cents), site.now));
    }

    private List<HeldMoney> page(LookPurpose purpose, @Nullable HoldState state) {
        return holds.page(Site.CLERK, site.id(1), purpose, state, null, 50).rows();
    }

    private ReleaseOutcome release(RequestId request, int person, long hold) {
        return holds.release(
                Site.ADMINISTRATOR, request, site.id(person), hold, Reason.DEVICE_ERROR);
    }

    private List<String> journal(String kind) {
        return Journal.in(site.books)
                .page(Site.ADMINISTRATOR, new Journal.Filter(kind, "", null, null), null, 50)
                .rows()
                .stream()
                .map(row -> row.content())
                .toList();
    }
}
