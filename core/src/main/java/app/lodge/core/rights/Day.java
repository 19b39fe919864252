package app.lodge.core.rights;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /// Which day of a week; none for a holiday.
    public Optional<DayOfWeek> ofWeek() {
        return this == HOLIDAY ? Optional.empty() : Optional.of(DayOfWeek.of(ordinal() + 1));
    }

    /// Days in their order; those that follow one another are together: Monday to Friday, Sunday, holidays.
    public static List<List<Day>> runs(Collection<Day> days) {
        List<List<Day>> runs = new ArrayList<>();
        for (var day : days.stream().sorted().distinct().toList()) {
            if (runs.isEmpty()
                    || day == HOLIDAY
                    || runs.getLast().getLast().ordinal() + 1 != day.ordinal()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(day);
        }
        return runs;
    }
}
