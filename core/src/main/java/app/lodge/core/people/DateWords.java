package app.lodge.core.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as files write them, with the year in four digits: `1990-02-28`, `28.2.1990`, `28/02/1990`,
/// `19900228`, `1990年2月28日`.
///
/// Whether `03/04/1990` is in March or April is decided by the whole column: month first if some date
/// is possible only so and none only the other way, else day first.
final class DateWords {

    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(\\d{4})[-/.年 ]{1,2}(\\d{1,2})[-/.月 ]{1,2}(\\d{1,2})日?(?:[T ]00:00.*)?");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:\\. ?|-)(\\d{1,2})(?:\\. ?|-)(\\d{4})\\.?");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private final boolean monthFirst;

    private DateWords(boolean monthFirst) {
        this.monthFirst = monthFirst;
    }

    static DateWords of(List<String> column) {
        var monthFirst = false;
        for (var text : column) {
            var slashes = SLASHES.matcher(text.strip());
            if (slashes.matches()) {
                if (number(slashes, 1) > 12) {
                    return new DateWords(false);
                }
                monthFirst |= number(slashes, 2) > 12;
            }
        }
        return new DateWords(monthFirst);
    }

    Reading read(String text) {
        var plain = text.strip();
        var matcher = YEAR_FIRST.matcher(plain);
        if (matcher.matches()) {
            return date(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        matcher = PACKED.matcher(plain);
        if (matcher.matches()) {
            return date(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        }
        matcher = DAY_FIRST.matcher(plain);
        if (matcher.matches()) {
            return date(number(matcher, 3), number(matcher, 2), number(matcher, 1));
        }
        matcher = SLASHES.matcher(plain);
        if (matcher.matches()) {
            return monthFirst
                    ? date(number(matcher, 3), number(matcher, 1), number(matcher, 2))
                    : date(number(matcher, 3), number(matcher, 2), number(matcher, 1));
        }
        return new Malformed();
    }

    private static Reading date(int year, int month, int day) {
        try {
            return new Day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return new Impossible();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    sealed interface Reading {}

    record Day(LocalDate date) implements Reading {}

    /// The form of a date, but no such day: 31.02.1990.
    record Impossible() implements Reading {}

    record Malformed() implements Reading {}
}
