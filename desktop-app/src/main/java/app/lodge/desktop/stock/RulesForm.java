package app.lodge.desktop.stock;

import app.lodge.core.books.Problem;
import app.lodge.core.stock.DueRules;
import app.lodge.core.stock.DueRules.Row;
import app.lodge.core.stock.Finish;
import app.lodge.core.stock.StockOrders.OrderOutcome;
import app.lodge.desktop.shell.Session;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The makers' usual times, the finishes that take longer, and the days on which nobody works
/// (CHAIN-50).
public final class RulesForm {

    private final Session session;
    private final ReadOnlyObjectProperty<StockViewModel.Reading> reading;
    private final Asking asking;
    private final Map<Row, StringProperty> days = new LinkedHashMap<>();
    private final Map<Finish, StringProperty> extras = new EnumMap<>(Finish.class);
    private final StringProperty holidays = new SimpleStringProperty("");

    RulesForm(
            Session session,
            ReadOnlyObjectProperty<StockViewModel.Reading> reading,
            Runnable changed) {
        this.session = session;
        this.reading = reading;
        this.asking = new Asking(session, changed);
    }

    public Asking asking() {
        return asking;
    }

    /// Working days by row; empty for "to be agreed".
    public Map<Row, StringProperty> days() {
        return days;
    }

    /// Working days more by finish; empty for a special finish, which is none of the plain ones.
    public Map<Finish, StringProperty> extras() {
        return extras;
    }

    /// Days as 2026-12-24, one a row.
    public StringProperty holidays() {
        return holidays;
    }

    public void begin() {
        var rules = reading.get().rules();
        days.clear();
        rules.rows().stream()
                .sorted(
                        Comparator.comparing(Row::service)
                                .thenComparing(Row::fourColourPlain)
                                .thenComparing(Row::above))
                .forEach(row -> days.put(row, new SimpleStringProperty(words(row.workingDays()))));
        extras.clear();
        for (var finish : Finish.values()) {
            extras.put(finish, new SimpleStringProperty(words(rules.extras().get(finish))));
        }
        holidays.set(
                String.join(
                        "\n",
                        new TreeSet<>(rules.holidays())
                                .stream().map(LocalDate::toString).toList()));
        asking.begin();
    }

    private static String words(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? "" : Integer.toString(number);
    }

    public void save() {
        asking.problems().clear();
        var rows = new ArrayList<Row>();
        days.forEach((row, typed) ->
                rows.add(
                        new Row(
                                row.service(),
                                row.fourColourPlain(),
                                row.above(),
                                typed.get().isBlank()
                                        ? null
                                        : Integer.valueOf(asking.pieces("days", typed.get())))));
        var more = new EnumMap<Finish, Integer>(Finish.class);
        extras.forEach((finish, typed) -> {
            if (!typed.get().isBlank()) {
                more.put(finish, asking.pieces("days", typed.get()));
            }
        });
        var closed = closed();
        if (!asking.problems().isEmpty()) {
            return;
        }
        var wished = new DueRules(rows, more, new TreeSet<>(closed));
        asking.send(
                request ->
                        session.doors().stockOrders().changeRules(session.actor(), request, wished),
                outcome -> {
                    switch (outcome) {
                        case OrderOutcome.RulesChanged _, OrderOutcome.Done _ ->
                                asking.done("stock-desk.rules-saved");
                        case OrderOutcome.Rejected(var found) -> asking.refused(found);
                    }
                });
    }

    private List<LocalDate> closed() {
        var found = new ArrayList<LocalDate>();
        for (var line : holidays.get().lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            try {
                found.add(LocalDate.parse(line));
            } catch (DateTimeParseException e) {
                asking.problems().add(Problem.of("holidays", line, "stock-desk.no-day"));
            }
        }
        return found;
    }
}
