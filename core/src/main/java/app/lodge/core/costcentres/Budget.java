package app.lodge.core.costcentres;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// An amount for a period (ID-18).
///
/// @param account of the person on the centre for whom it holds; 0 for the whole centre
/// @param amount minor units of the site's currency, for each period
/// @param carriesOver what is left of a period is added to the next; else it lapses
/// @param startsOn nothing is granted before
/// @param endsOn nothing is granted after; null for good
public record Budget(
        long account,
        Period period,
        long amount,
        boolean carriesOver,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    public enum Period {
        ONCE,
        DAY,
        /// From Monday (ISO 8601).
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        /// From `startsOn` to `endsOn`.
        SPAN
    }

    boolean grantsOn(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    /// From which day on what was used counts against what is granted.
    LocalDate countsSince(LocalDate day) {
        var since = carriesOver ? startsOn : begins(day);
        return since.isBefore(startsOn) ? startsOn : since;
    }

    /// What is granted up to a day, counted from {@link #countsSince}.
    long grantedUntil(LocalDate day) {
        return carriesOver ? Math.multiplyExact(amount, periodsUntil(day)) : amount;
    }

    /// Periods begun from the first one up to a day's, at least one.
    private long periodsUntil(LocalDate day) {
        var first = begins(startsOn);
        var last = begins(day);
        return 1
                + switch (period) {
                    case ONCE, SPAN -> 0;
                    case DAY -> ChronoUnit.DAYS.between(first, last);
                    case WEEK -> ChronoUnit.WEEKS.between(first, last);
                    case MONTH -> ChronoUnit.MONTHS.between(first, last);
                    case QUARTER -> IsoFields.QUARTER_YEARS.between(first, last);
                    case YEAR -> ChronoUnit.YEARS.between(first, last);
                };
    }

    private LocalDate begins(LocalDate day) {
        return switch (period) {
            case ONCE, SPAN -> startsOn;
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
