package app.lodge.core.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Orders in the books.
final class BookedStockOrders implements StockOrders {

    private static final int MOST = 10_000_000;
    private static final int MOST_DAYS = 250;
    private static final int LONGEST_NAME = 80;

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final OrderStore store = new OrderStore();
    private final ShelfStore shelves = new ShelfStore();

    BookedStockOrders(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
    }

    @Override
    public List<StockOrder> list(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(sql -> store.orders(sql, shelves.blanks(sql)));
    }

    @Override
    public OrderOutcome order(Actor actor, RequestId request, NewOrder order) {
        actor.require(Permission.ORDER_STOCK);
        var site = settings.get();
        return books.once(
                actor,
                request,
                "stock-orders.order",
                order.toString(),
                OrderOutcome.class,
                tx -> {
                    var problems = check(tx, order);
                    if (!problems.isEmpty()) {
                        return new OrderOutcome.Rejected(problems);
                    }
                    var today = LocalDate.ofInstant(tx.now(), site.zone());
                    var given = order.dueOn();
                    var due =
                            given != null
                                    ? given
                                    : store.rules(tx.sql())
                                            .due(
                                                    today,
                                                    order.service(),
                                                    order.fourColour(),
                                                    order.quantity(),
                                                    order.finishes())
                                            .orElse(null);
                    long id = store.add(tx, order, site.currency(), today, due);
                    tx.journal(
                            "stock.ordered",
                            "stock-order:" + id,
                            Map.of(
                                    "blank", order.blank(),
                                    "quantity", order.quantity(),
                                    "price", order.price()));
                    return done(tx, id);
                });
    }

    private OrderOutcome done(Tx tx, long id) {
        return new OrderOutcome.Done(
                store.orders(tx.sql(), shelves.blanks(tx.sql())).stream()
                        .filter(one -> one.id() == id)
                        .findFirst()
                        .orElseThrow());
    }

    private List<Problem> check(Tx tx, NewOrder order) {
        var problems = new ArrayList<Problem>();
        if (shelves.blank(tx.sql(), order.blank()).isEmpty()) {
            problems.add(Problem.of("blank", order.blank(), "stock.blank-unknown"));
        }
        if (order.supplier().isBlank()) {
            problems.add(Problem.of("supplier", "", "stock.name-missing"));
        } else if (order.supplier().strip().length() > LONGEST_NAME) {
            problems.add(Problem.of("supplier", order.supplier(), "stock.too-long", LONGEST_NAME));
        }
        if (order.quantity() < 1 || order.quantity() > MOST) {
            problems.add(Problem.of("quantity", order.quantity(), "stock.pieces-range", 1, MOST));
        }
        if (order.price() < 0) {
            problems.add(Problem.of("price", order.price(), "stock.price"));
        }
        return problems;
    }

    @Override
    public OrderOutcome setStage(
            Actor actor, RequestId request, long order, StockOrder.StageDates dates) {
        actor.require(Permission.ORDER_STOCK);
        return books.once(
                actor,
                request,
                "stock-orders.set-stage",
                List.of(order, dates.toString()),
                OrderOutcome.class,
                tx -> {
                    if (store.supplier(tx.sql(), order).isEmpty()) {
                        return new OrderOutcome.Rejected(
                                List.of(Problem.of("order", order, "stock.order-unknown")));
                    }
                    store.setStage(tx, order, dates);
                    tx.journal(
                            "stock.stage-set",
                            "stock-order:" + order,
                            Map.of(
                                    "stage", dates.stage().name(),
                                    "planned", String.valueOf(dates.planned()),
                                    "actual", String.valueOf(dates.actual())));
                    return done(tx, order);
                });
    }

    @Override
    public DueRules rules(Actor actor) {
        actor.require(Permission.SEE_MEDIA);
        return books.snapshot(store::rules);
    }

    @Override
    public OrderOutcome changeRules(Actor actor, RequestId request, DueRules rules) {
        actor.require(Permission.ORDER_STOCK);
        return books.once(
                actor,
                request,
                "stock-orders.change-rules",
                rules.toString(),
                OrderOutcome.class,
                tx -> {
                    var problems = new ArrayList<Problem>();
                    for (var row : rules.rows()) {
                        var days = row.workingDays();
                        if (days != null && (days < 1 || days > MOST_DAYS)) {
                            problems.add(Problem.of("days", days, "stock.days", 1, MOST_DAYS));
                        }
                    }
                    rules.extras()
                            .forEach((_, days) -> {
                                if (days < 0 || days > MOST_DAYS) {
                                    problems.add(
                                            Problem.of("days", days, "stock.days", 0, MOST_DAYS));
                                }
                            });
                    if (!problems.isEmpty()) {
                        return new OrderOutcome.Rejected(problems);
                    }
                    store.putRules(tx, rules);
                    tx.journal(
                            "stock.due-rules-changed",
                            "settings:stock-due",
                            Map.of(
                                    "rows",
                                    rules.rows().size(),
                                    "holidays",
                                    rules.holidays().size()));
                    return new OrderOutcome.RulesChanged(rules);
                });
    }
}
