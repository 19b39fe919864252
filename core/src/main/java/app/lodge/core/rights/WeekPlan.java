package app.lodge.core.rights;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;

/// The hours of a week in which a rule holds (ID-37).
///
/// A window belongs to the day on which it begins: one that begins on an ordinary evening lasts until
/// it ends, also if the next day is a holiday.
///
/// @param windows at most 50
/// @param holidays what a holiday does to them
public record WeekPlan(List<Window> windows, Holidays holidays) {

    public enum Holidays {
        /// A holiday is the weekday it falls on.
        AS_USUAL,
        /// On a holiday only windows of {@link Day#HOLIDAY} count; without any, none.
        OWN_WINDOWS
    }

    public WeekPlan {
        windows = List.copyOf(windows);
    }

    /// @param local what the clocks at the site show
    public boolean open(LocalDateTime local, Predicate<LocalDate> holiday) {
        var minute = local.getHour() * 60 + local.getMinute();
        var today = kind(local.toLocalDate(), holiday);
        var yesterday = kind(local.toLocalDate().minusDays(1), holiday);
        for (var window : windows) {
            var begunToday = window.days().contains(today) && minute >= window.from();
            if (window.passesMidnight()
                    ? begunToday || window.days().contains(yesterday) && minute < window.to()
                    : begunToday && minute < window.to()) {
                return true;
            }
        }
        return false;
    }

    /// Which kind of day a date is for this plan.
    public Day kind(LocalDate date, Predicate<LocalDate> holiday) {
        return holidays == Holidays.OWN_WINDOWS && holiday.test(date)
                ? Day.HOLIDAY
                : Day.of(date.getDayOfWeek());
    }
}
