package app.lodge.core.rights;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Hours of some days, by the clock on the wall.
///
/// @param days on which it begins
/// @param from minute of the day, 0 to 1439, inclusive
/// @param to minute of the day, 1 to 1440, exclusive; up to `from` for one that ends on the next day
public record Window(Set<Day> days, int from, int to) {

    /// Minutes of a day.
    public static final int DAY = 1440;

    public Window {
        if (days.isEmpty() || from < 0 || from >= DAY || to < 1 || to > DAY || from == to) {
            throw new IllegalArgumentException(
                    "A window from minute %d to %d on %s cannot be".formatted(from, to, days));
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /// Monday to Friday.
    public static Window weekdays(int from, int to) {
        return new Window(
                EnumSet.range(Day.of(DayOfWeek.MONDAY), Day.of(DayOfWeek.FRIDAY)), from, to);
    }

    public boolean passesMidnight() {
        return to < from;
    }
}
