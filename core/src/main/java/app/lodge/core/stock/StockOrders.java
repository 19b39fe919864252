package app.lodge.core.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.stock.DueRules.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Orders of blanks with their finishes, stages and due dates (CHAIN-47…50).
public interface StockOrders {

    /// @param settings tell the currency of prices and the site's day
    static StockOrders in(Books books, Supplier<SiteSettings> settings) {
        return new BookedStockOrders(books, settings);
    }

    /// Newest first.
    List<StockOrder> list(Actor actor);

    /// The due date is the rules' where none is given.
    OrderOutcome order(Actor actor, RequestId request, NewOrder order);

    /// A stage gets its planned or actual day, or loses it.
    OrderOutcome setStage(Actor actor, RequestId request, long order, StockOrder.StageDates dates);

    DueRules rules(Actor actor);

    OrderOutcome changeRules(Actor actor, RequestId request, DueRules rules);

    /// @param price of all of them, in minor units of the site's currency
    /// @param dueOn null to take the rules' proposal
    record NewOrder(
            long blank,
            String supplier,
            int quantity,
            long price,
            Service service,
            boolean fourColour,
            Set<Finish> finishes,
            @Nullable LocalDate dueOn) {
        public NewOrder {
            finishes = Set.copyOf(finishes);
        }
    }

    sealed interface OrderOutcome {
        record Done(StockOrder order) implements OrderOutcome {}

        record RulesChanged(DueRules rules) implements OrderOutcome {}

        record Rejected(List<Problem> problems) implements OrderOutcome {}
    }
}
