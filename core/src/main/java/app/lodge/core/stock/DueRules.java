package app.lodge.core.stock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When an order may be expected (CHAIN-50): the makers' usual times as rows that the site may change.
///
/// @param rows of those that fit, the one with the highest `above` holds
/// @param extras working days more for a finish; several add up once, as the makers count them
/// @param holidays days of the site's calendar on which nobody works; Saturdays and Sundays never
public record DueRules(List<Row> rows, Map<Finish, Integer> extras, Set<LocalDate> holidays) {

    /// A maker's time for orders of more than `above` pieces.
    ///
    /// @param fourColourPlain for four colours on both sides and no special finish only
    /// @param workingDays null: to be agreed
    public record Row(
            Service service, boolean fourColourPlain, int above, @Nullable Integer workingDays) {}

    public enum Service {
        NORMAL,
        EXPRESS
    }

    public DueRules {
        rows = List.copyOf(rows);
        extras = Map.copyOf(extras);
        holidays = Set.copyOf(holidays);
    }

    /// @return empty if it has to be agreed
    public Optional<LocalDate> due(
            LocalDate ordered,
            Service service,
            boolean fourColour,
            int quantity,
            Set<Finish> finishes) {
        boolean plain = fourColour && finishes.stream().allMatch(extras::containsKey);
        var row =
                rows.stream()
                        .filter(one -> one.service() == service)
                        .filter(one -> one.fourColourPlain() == plain && quantity > one.above())
                        .max(Comparator.comparingInt(Row::above));
        int more =
                finishes.stream()
                        .mapToInt(finish -> extras.getOrDefault(finish, 0))
                        .max()
                        .orElse(0);
        return row.flatMap(one -> Optional.ofNullable(one.workingDays()))
                .map(days -> after(ordered, days + more));
    }

    private LocalDate after(LocalDate from, int workingDays) {
        var day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    private boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
