package app.lodge.core.rights;

import app.lodge.core.books.Problem;
import app.lodge.core.rights.WeekPlan.Holidays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Weekly plans as they are typed: `mon-fri=07:00-18:00`, `sat,sun=09:00-12:00`, `holiday=10:00-12:00`;
/// `22:00-02:00` ends on the next day, `00:00-24:00` is the whole day.
public final class PlanText {

    private static final Pattern HOURS =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");

    private PlanText() {}

    public sealed interface Parsed {
        record Read(WeekPlan week) implements Parsed {}

        record Faulty(List<Problem> problems) implements Parsed {}
    }

    /// @param words one window each
    public static Parsed parse(List<String> words, Holidays holidays) {
        var windows = new ArrayList<Window>();
        var problems = new ArrayList<Problem>();
        for (var word : words) {
            var window = window(word.strip());
            if (window == null) {
                problems.add(Problem.of("windows", word, "rights.window-malformed"));
            } else {
                windows.add(window);
            }
        }
        return problems.isEmpty()
                ? new Parsed.Read(new WeekPlan(windows, holidays))
                : new Parsed.Faulty(problems);
    }

    public static List<String> words(WeekPlan week) {
        return week.windows().stream().map(PlanText::word).toList();
    }

    public static String word(Window window) {
        return days(window.days()) + "=" + hours(window);
    }

    /// Three and more in a row as a range: `mon-fri,sun`.
    private static String days(Set<Day> days) {
        return Day.runs(days).stream()
                .map(run ->
                        run.size() < 3
                                ? run.stream().map(PlanText::name).collect(Collectors.joining(","))
                                : name(run.getFirst()) + "-" + name(run.getLast()))
                .collect(Collectors.joining(","));
    }

    /// `07:00-18:00`.
    public static String hours(Window window) {
        return clock(window.from()) + "-" + clock(window.to());
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static @Nullable Window window(String word) {
        var parts = word.split("=", -1);
        var hours = parts.length == 2 ? HOURS.matcher(parts[1].strip()) : null;
        if (hours == null || !hours.matches()) {
            return null;
        }
        var days = EnumSet.noneOf(Day.class);
        for (var range : parts[0].split(",", -1)) {
            if (!add(range.strip().toLowerCase(Locale.ROOT), days)) {
                return null;
            }
        }
        var from = minute(hours.group(1), hours.group(2));
        var to = minute(hours.group(3), hours.group(4));
        return from == to || to == 0 || to > Window.DAY ? null : new Window(days, from, to);
    }

    private static boolean add(String range, Set<Day> days) {
        var ends = Arrays.stream(range.split("-", -1)).map(PlanText::day).toList();
        if (ends.contains(-1) || ends.size() > 2) {
            return false;
        }
        int first = ends.getFirst();
        int last = ends.getLast();
        if (first > last || ends.size() == 2 && last == Day.HOLIDAY.ordinal()) {
            return false;
        }
        for (var day = first; day <= last; day++) {
            days.add(Day.values()[day]);
        }
        return true;
    }

    private static int day(String typed) {
        return Arrays.stream(Day.values())
                .filter(day -> name(day).equals(typed))
                .findFirst()
                .map(Day::ordinal)
                .orElse(-1);
    }

    private static String name(Day day) {
        var name = day.name().toLowerCase(Locale.ROOT);
        return day == Day.HOLIDAY ? name : name.substring(0, 3);
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
