package app.lodge.desktop.shell;

import app.lodge.core.rights.Day;
import app.lodge.core.rights.Window;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;

/// Days and hours as the language writes them: `Mon–Fri 11:00–14:00`, `周一至周五 11:00–14:00`.
public final class HoursWords {

    private HoursWords() {}

    public static String of(Kit kit, List<Window> windows) {
        return windows.stream()
                .map(window -> of(kit, window))
                .reduce((before, next) -> kit.text("hours.windows", before, next))
                .orElse("");
    }

    public static String of(Kit kit, Window window) {
        var days = days(kit, window);
        if (window.from() == 0 && window.to() == Window.DAY) {
            return kit.text("hours.whole-day", days);
        }
        return kit.text(
                window.passesMidnight() ? "hours.window-next-day" : "hours.window",
                days,
                clock(window.from()),
                clock(window.to()));
    }

    /// Three and more in a row as a range.
    private static String days(Kit kit, Window window) {
        return Day.runs(window.days()).stream()
                .flatMap(run ->
                        run.size() < 3
                                ? run.stream().map(day -> day(kit, day))
                                : Stream.of(
                                        kit.text(
                                                "hours.days",
                                                day(kit, run.getFirst()),
                                                day(kit, run.getLast()))))
                .reduce((before, next) -> kit.text("hours.and", before, next))
                .orElse("");
    }

    /// Short, as on a door.
    static String day(Kit kit, Day day) {
        return day(kit, day, TextStyle.SHORT_STANDALONE);
    }

    static String wholeDay(Kit kit, Day day) {
        return day(kit, day, TextStyle.FULL_STANDALONE);
    }

    private static String day(Kit kit, Day day, TextStyle style) {
        return day.ofWeek()
                .map(weekday -> weekday.getDisplayName(style, kit.habits()))
                .orElseGet(() -> kit.text("hours.holidays"));
    }

    /// By the 24 hours that all our languages' countries write; the end of a day is 24:00.
    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
