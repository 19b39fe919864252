package app.lodge.desktop.shell;

import app.lodge.core.books.Problem;
import app.lodge.core.rights.Day;
import app.lodge.core.rights.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Days and hours that are being entered: a row for each window. No row means always.
public final class HoursFields {

    /// `7`, `7:30`, `7.30`, `0730`.
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.]?([0-5]\\d))?");

    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /// One window.
    public static final class Row {

        private final Map<Day, BooleanProperty> days = new EnumMap<>(Day.class);
        private final StringProperty from = new SimpleStringProperty("");
        private final StringProperty to = new SimpleStringProperty("");

        private Row() {
            for (var day : Day.values()) {
                days.put(day, new SimpleBooleanProperty());
            }
        }

        public BooleanProperty on(Day day) {
            return java.util.Objects.requireNonNull(days.get(day));
        }

        public StringProperty from() {
            return from;
        }

        public StringProperty to() {
            return to;
        }
    }

    /// What was entered.
    public sealed interface Entered {
        record Hours(List<Window> windows) implements Entered {}

        record Faulty(List<Problem> problems) implements Entered {}
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public void show(List<Window> windows) {
        rows.clear();
        windows.forEach(window -> {
            var row = new Row();
            window.days().forEach(day -> row.on(day).set(true));
            row.from().set(HoursWords.clock(window.from()));
            row.to().set(HoursWords.clock(window.to()));
            rows.add(row);
        });
    }

    /// On working days, until somebody says otherwise.
    public void add() {
        var row = new Row();
        EnumSet.range(Day.MONDAY, Day.FRIDAY).forEach(day -> row.on(day).set(true));
        rows.add(row);
    }

    public void remove(Row row) {
        rows.remove(row);
    }

    /// @param field whose problems they are
    public Entered entered(String field) {
        var windows = new ArrayList<Window>();
        var problems = new ArrayList<Problem>();
        for (var row : rows) {
            read(field, row, windows, problems);
        }
        return problems.isEmpty() ? new Entered.Hours(windows) : new Entered.Faulty(problems);
    }

    private static void read(String field, Row row, List<Window> windows, List<Problem> problems) {
        var days = EnumSet.noneOf(Day.class);
        row.days.forEach((day, on) -> {
            if (on.get()) {
                days.add(day);
            }
        });
        int before = problems.size();
        if (days.isEmpty()) {
            problems.add(Problem.of(field, "", "hours.no-day"));
        }
        var from = minute(row.from.get());
        var to = minute(row.to.get());
        if (from.isEmpty() || from.getAsInt() == Window.DAY) {
            problems.add(Problem.of(field, row.from.get(), "hours.malformed"));
        }
        if (to.isEmpty()) {
            problems.add(Problem.of(field, row.to.get(), "hours.malformed"));
        }
        if (problems.size() == before) {
            int begin = from.orElseThrow();
            int end = to.orElseThrow() == 0 ? Window.DAY : to.orElseThrow();
            if (begin == end) {
                problems.add(Problem.of(field, row.to.get(), "hours.nothing-between"));
            } else {
                windows.add(new Window(days, begin, end));
            }
        }
    }

    private static OptionalInt minute(String typed) {
        var read = CLOCK.matcher(typed.strip());
        if (!read.matches()) {
            return OptionalInt.empty();
        }
        var minutes = read.group(2);
        int minute =
                Integer.parseInt(read.group(1)) * 60
                        + (minutes == null ? 0 : Integer.parseInt(minutes));
        return minute > Window.DAY ? OptionalInt.empty() : OptionalInt.of(minute);
    }
}
