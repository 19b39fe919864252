package app.lodge.core.stock;

import app.lodge.core.money.Money;
import app.lodge.core.stock.DueRules.Service;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An order of blanks (CHAIN-47…50).
///
/// @param dueOn null: to be agreed
/// @param stages those that have a date, in their order
/// @param received how many have come
public record StockOrder(
        long id,
        Blank blank,
        String supplier,
        int quantity,
        Money price,
        Service service,
        boolean fourColour,
        Set<Finish> finishes,
        LocalDate orderedOn,
        @Nullable LocalDate dueOn,
        List<StageDates> stages,
        int received) {

    public StockOrder {
        finishes = Set.copyOf(finishes);
        stages = List.copyOf(stages);
    }

    /// @param planned null for no plan; `actual` null until it is done
    public record StageDates(
            Stage stage, @Nullable LocalDate planned, @Nullable LocalDate actual) {}

    /// The stage that comes next; empty when all are done.
    public Optional<Stage> next() {
        return Arrays.stream(Stage.values())
                .filter(stage ->
                        stages.stream()
                                .noneMatch(
                                        dates -> dates.stage() == stage && dates.actual() != null))
                .findFirst();
    }

    /// Whether it ought to have come by a day and has not.
    public boolean late(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today) && received < quantity;
    }
}
