package app.lodge.core.costcentres;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.costcentres.Budget.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each period of a budget at its edges: what counts against it, and what has been granted by then.
@Tag("ID-18")
final class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "ONCE,    2026-02-10, 2031-01-01, 2026-02-10",
        "DAY,     2026-02-10, 2026-02-10, 2026-02-10",
        "DAY,     2026-02-10, 2026-02-11, 2026-02-11",
        "WEEK,    2026-02-11, 2026-02-15, 2026-02-11", // a Wednesday and its Sunday
        "WEEK,    2026-02-11, 2026-02-16, 2026-02-16",
        "MONTH,   2026-02-10, 2026-02-28, 2026-02-10",
        "MONTH,   2026-02-10, 2026-03-31, 2026-03-01",
        "QUARTER, 2026-02-10, 2026-03-31, 2026-02-10",
        "QUARTER, 2026-02-10, 2026-06-30, 2026-04-01",
        "YEAR,    2026-02-10, 2026-12-31, 2026-02-10",
        "YEAR,    2026-02-10, 2027-12-31, 2027-01-01",
        "SPAN,    2026-02-10, 2026-11-30, 2026-02-10",
    })
    void whatLapsesCountsFromTheBeginningOfItsPeriod(
            Period period, LocalDate startsOn, LocalDate day, LocalDate since) {
        var budget = new Budget(0, period, 100, false, startsOn, null);
        assertThat(budget.countsSince(day)).isEqualTo(since);
        assertThat(budget.grantedUntil(day)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "ONCE,    2026-01-31, 2031-01-01, 100",
        "DAY,     2026-01-31, 2026-02-01, 200",
        "WEEK,    2026-01-31, 2026-02-01, 100", // a Saturday and its Sunday
        "WEEK,    2026-01-31, 2026-02-02, 200",
        "MONTH,   2026-01-31, 2026-01-31, 100",
        "MONTH,   2026-01-31, 2026-03-01, 300",
        "QUARTER, 2026-01-31, 2026-03-31, 100",
        "QUARTER, 2026-01-31, 2027-01-01, 500",
        "YEAR,    2026-12-31, 2026-12-31, 100",
        "YEAR,    2026-12-31, 2027-01-01, 200",
        "SPAN,    2026-01-31, 2026-11-30, 100",
    })
    void whatCarriesOverAddsUpFromTheFirstDay(
            Period period, LocalDate startsOn, LocalDate day, long granted) {
        var budget = new Budget(0, period, 100, true, startsOn, null);
        assertThat(budget.countsSince(day)).isEqualTo(startsOn);
        assertThat(budget.grantedUntil(day)).isEqualTo(granted);
    }
}
