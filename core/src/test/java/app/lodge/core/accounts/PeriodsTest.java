package app.lodge.core.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.Payments.PaymentEvent;
import app.lodge.core.accounts.Periods.Period;
import app.lodge.core.accounts.Periods.PeriodOutcome.Changed;
import app.lodge.core.accounts.Periods.PeriodOutcome.NotInOrder;
import app.lodge.core.accounts.Periods.PeriodOutcome.NotOver;
import app.lodge.core.accounts.Periods.PeriodOutcome.NotPossible;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PeriodsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant LATE_OCTOBER = Instant.parse("2026-10-30T12:00:00Z");

    private final Site site = Site.inMemory(2, 1);

    @AfterEach
    void close() {
        assertThat(new BooksAudit(site.books).findings()).isEmpty();
        site.close();
    }

    @Test
    @Tag("ID-53")
    void whatComesLateGoesIntoItsMonthUntilThatIsClosedAndThenIntoToday() {
        pay(1, 100);
        assertThat(start(OCTOBER)).isEqualTo(new Changed(new Period(OCTOBER, PeriodState.CLOSING)));
        pay(2, 20);
        assertThat(turnover(OCTOBER)).isEqualTo(-120);
        assertThat(finish(OCTOBER)).isEqualTo(new Changed(new Period(OCTOBER, PeriodState.CLOSED)));
        pay(3, 3);
        assertThat(turnover(OCTOBER)).as("closed is closed").isEqualTo(-120);
        assertThat(turnover(NOVEMBER)).isEqualTo(-3);
        var journal =
                site.books.read(sql ->
                        sql.fetch("select content from journal where kind = 'posting.booked'")
                                .getValues(0, String.class));
        assertThat(journal.getLast()).contains("\"movedFrom\":\"2026-10-30\"");
        assertThat(journal.getFirst()).doesNotContain("movedFrom");
    }

    @Test
    @Tag("ID-53")
    void monthsCloseInOrderAndNotBeforeTheyAreOver() {
        pay(1, 100);
        assertThat(start(NOVEMBER)).isEqualTo(new NotOver(LocalDate.of(2026, 11, 30)));
        assertThat(finish(OCTOBER)).isEqualTo(new NotPossible(PeriodState.OPEN));
        start(OCTOBER);
        finish(OCTOBER);
        assertThat(start(OCTOBER)).isEqualTo(new NotPossible(PeriodState.CLOSED));
        assertThat(start(YearMonth.of(2026, 9))).isEqualTo(new NotPossible(PeriodState.CLOSED));
        site.now = Instant.parse("2027-02-03T08:00:00Z");
        start(YearMonth.of(2026, 12));
        assertThat(finish(YearMonth.of(2026, 12))).isEqualTo(new NotInOrder(NOVEMBER));
        assertThat(site.periods.list(Site.CLERK))
                .containsExactly(
                        new Period(YearMonth.of(2027, 2), PeriodState.OPEN),
                        new Period(YearMonth.of(2027, 1), PeriodState.OPEN),
                        new Period(YearMonth.of(2026, 12), PeriodState.CLOSING),
                        new Period(NOVEMBER, PeriodState.OPEN),
                        new Period(OCTOBER, PeriodState.CLOSED));
        assertThatThrownBy(() -> site.periods.close(Site.CLERK, RequestId.fresh(), NOVEMBER))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    @Tag("ID-53")
    void aPreviewTellsWhatIsInTheMonthAndWhatSpeaksAgainstClosingIt() {
        pay(1, 100);
        site.payments.book(
                Site.point(1),
                1,
                new PaymentEvent(2, "", Site.uid(99), Site.eur(70), LATE_OCTOBER));
        var october = site.periods.preview(Site.CLERK, OCTOBER);
        assertThat(october.period()).isEqualTo(new Period(OCTOBER, PeriodState.OPEN));
        assertThat(october.turnover())
                .singleElement()
                .satisfies(row -> assertThat(row.amount()).isEqualTo(Site.eur(-170)));
        assertThat(october.hindrances())
                .containsExactly(new Periods.Hindrance(Periods.Why.UNASSIGNED, 1));
        start(OCTOBER);
        finish(OCTOBER);
        site.now = Instant.parse("2027-01-03T08:00:00Z");
        assertThat(site.periods.preview(Site.CLERK, YearMonth.of(2026, 12)).hindrances())
                .containsExactly(new Periods.Hindrance(Periods.Why.EARLIER_MONTH_OPEN, 1));
        assertThat(site.periods.preview(Site.CLERK, YearMonth.of(2027, 1)).hindrances())
                .contains(new Periods.Hindrance(Periods.Why.NOT_OVER, 1));
    }

    @Test
    @Tag("ID-53")
    void moneyStillReservedIsToldBeforeAMonthIsClosed() {
        topUp();
        site.now = Instant.parse("2026-11-30T22:50:00Z");
        site.payments.authorise(
                Site.point(1), 1, new Payments.Ask("a1", Site.uid(1), Site.eur(50), site.now));
        site.now = Instant.parse("2026-11-30T23:05:00Z");
        assertThat(site.periods.preview(Site.CLERK, NOVEMBER).hindrances())
                .containsExactly(new Periods.Hindrance(Periods.Why.PAYMENTS_UNDER_WAY, 1));
    }

    @Test
    @Tag("ID-50")
    void closingAMonthSealsTheJournalAndARepeatMaySealAgain() {
        pay(1, 100);
        var seals = new java.util.concurrent.atomic.AtomicInteger();
        var sealing = Periods.sealing(site.keeping, seals::incrementAndGet);
        sealing.startClosing(Site.ADMINISTRATOR, RequestId.fresh(), OCTOBER);
        assertThat(seals).hasValue(0);
        var request = RequestId.fresh();
        sealing.close(Site.ADMINISTRATOR, request, OCTOBER);
        assertThat(seals).hasValue(1);
        sealing.close(Site.ADMINISTRATOR, request, OCTOBER);
        assertThat(seals).as("the first call may have been lost before it sealed").hasValue(2);
        sealing.close(Site.ADMINISTRATOR, RequestId.fresh(), OCTOBER);
        assertThat(seals).as("not possible any more").hasValue(2);
    }

    private void topUp() {
        site.accounts.topUp(
                Site.CLERK, RequestId.fresh(), site.id(1), Site.eur(1_000), PaymentMeans.CASH);
    }

    private void pay(long seq, long cents) {
        site.payments.book(
                Site.point(1),
                1,
                new PaymentEvent(seq, "", Site.uid(1), Site.eur(cents), LATE_OCTOBER));
    }

    private Periods.PeriodOutcome start(YearMonth month) {
        return site.periods.startClosing(Site.ADMINISTRATOR, RequestId.fresh(), month);
    }

    private Periods.PeriodOutcome finish(YearMonth month) {
        return site.periods.close(Site.ADMINISTRATOR, RequestId.fresh(), month);
    }

    private long turnover(YearMonth month) {
        return site.periods.turnover(Site.CLERK, month.atDay(1), month.atEndOfMonth()).stream()
                .mapToLong(row -> row.amount().minor())
                .sum();
    }
}
