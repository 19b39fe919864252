package app.lodge.core.rights;

import java.time.DayOfWeek;

/// A kind of day in a weekly plan.
public enum Day {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY,
    /// A day of the site's calendar, whatever weekday it falls on.
    HOLIDAY;

    static Day of(DayOfWeek day) {
        return values()[day.ordinal()];
    }
}
