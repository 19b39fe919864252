package app.lodge.core.stock;

import static app.lodge.core.books.tables.Tables.STOCK_DELIVERY;
import static app.lodge.core.books.tables.Tables.STOCK_DUE_EXTRA;
import static app.lodge.core.books.tables.Tables.STOCK_DUE_RULE;
import static app.lodge.core.books.tables.Tables.STOCK_HOLIDAY;
import static app.lodge.core.books.tables.Tables.STOCK_ORDER;
import static app.lodge.core.books.tables.Tables.STOCK_ORDER_STAGE;

import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.StockOrder.StageDates;
import app.lodge.core.stock.StockOrders.NewOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of orders for blanks, and of the rules by which they are due.
final class OrderStore {

    Optional<String> supplier(DSLContext sql, long order) {
        return sql.select(STOCK_ORDER.SUPPLIER)
                .from(STOCK_ORDER)
                .where(STOCK_ORDER.ID.eq(order))
                .fetchOptional(row -> row.value1());
    }

    long add(Tx tx, NewOrder order, Currency currency, LocalDate today, @Nullable LocalDate due) {
        long id = tx.nextNumber(STOCK_ORDER.ID);
        tx.sql()
                .insertInto(STOCK_ORDER)
                .set(STOCK_ORDER.ID, id)
                .set(STOCK_ORDER.BLANK_ID, order.blank())
                .set(STOCK_ORDER.SUPPLIER, order.supplier().strip())
                .set(STOCK_ORDER.QUANTITY, order.quantity())
                .set(STOCK_ORDER.PRICE, order.price())
                .set(STOCK_ORDER.CURRENCY, currency.getCurrencyCode())
                .set(STOCK_ORDER.SERVICE, order.service().name())
                .set(STOCK_ORDER.FOUR_COLOUR, order.fourColour())
                .set(
                        STOCK_ORDER.FINISHES,
                        order.finishes().stream()
                                .sorted()
                                .map(Finish::name)
                                .collect(Collectors.joining(",")))
                .set(STOCK_ORDER.ORDERED_ON, today)
                .set(STOCK_ORDER.DUE_ON, due)
                .execute();
        return id;
    }

    /// Newest first.
    List<StockOrder> orders(DSLContext sql, List<Blank> blanks) {
        var kinds = blanks.stream().collect(Collectors.toMap(Blank::id, blank -> blank));
        Map<Long, List<StageDates>> stages = new HashMap<>();
        sql.selectFrom(STOCK_ORDER_STAGE)
                .forEach(row ->
                        stages.computeIfAbsent(
                                        row.get(STOCK_ORDER_STAGE.ORDER_ID), _ -> new ArrayList<>())
                                .add(
                                        new StageDates(
                                                Stage.valueOf(row.get(STOCK_ORDER_STAGE.STAGE)),
                                                row.get(STOCK_ORDER_STAGE.PLANNED_ON),
                                                row.get(STOCK_ORDER_STAGE.ACTUAL_ON))));
        stages.values().forEach(dates -> dates.sort(Comparator.comparing(StageDates::stage)));
        Map<Long, Integer> received = new HashMap<>();
        sql.select(STOCK_DELIVERY.ORDER_ID, DSL.sum(STOCK_DELIVERY.PIECES))
                .from(STOCK_DELIVERY)
                .where(STOCK_DELIVERY.ORDER_ID.isNotNull())
                .groupBy(STOCK_DELIVERY.ORDER_ID)
                .forEach(row -> received.put(row.value1(), row.value2().intValue()));
        return sql.selectFrom(STOCK_ORDER)
                .orderBy(STOCK_ORDER.ID.desc())
                .fetch(row -> {
                    long id = row.get(STOCK_ORDER.ID);
                    return new StockOrder(
                            id,
                            Objects.requireNonNull(kinds.get(row.get(STOCK_ORDER.BLANK_ID))),
                            row.get(STOCK_ORDER.SUPPLIER),
                            row.get(STOCK_ORDER.QUANTITY),
                            Money.of(row.get(STOCK_ORDER.PRICE), row.get(STOCK_ORDER.CURRENCY)),
                            Service.valueOf(row.get(STOCK_ORDER.SERVICE)),
                            row.get(STOCK_ORDER.FOUR_COLOUR),
                            finishes(row.get(STOCK_ORDER.FINISHES)),
                            row.get(STOCK_ORDER.ORDERED_ON),
                            row.get(STOCK_ORDER.DUE_ON),
                            stages.getOrDefault(id, List.of()),
                            received.getOrDefault(id, 0));
                });
    }

    private static Set<Finish> finishes(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(",", -1))
                        .map(Finish::valueOf)
                        .collect(Collectors.toSet());
    }

    void setStage(Tx tx, long order, StageDates dates) {
        tx.sql()
                .deleteFrom(STOCK_ORDER_STAGE)
                .where(STOCK_ORDER_STAGE.ORDER_ID.eq(order))
                .and(STOCK_ORDER_STAGE.STAGE.eq(dates.stage().name()))
                .execute();
        tx.sql()
                .insertInto(STOCK_ORDER_STAGE)
                .set(STOCK_ORDER_STAGE.ORDER_ID, order)
                .set(STOCK_ORDER_STAGE.STAGE, dates.stage().name())
                .set(STOCK_ORDER_STAGE.PLANNED_ON, dates.planned())
                .set(STOCK_ORDER_STAGE.ACTUAL_ON, dates.actual())
                .execute();
    }

    DueRules rules(DSLContext sql) {
        var rows =
                sql.selectFrom(STOCK_DUE_RULE)
                        .orderBy(STOCK_DUE_RULE.ID)
                        .fetch(row ->
                                new DueRules.Row(
                                        Service.valueOf(row.get(STOCK_DUE_RULE.SERVICE)),
                                        row.get(STOCK_DUE_RULE.FOUR_COLOUR_PLAIN),
                                        row.get(STOCK_DUE_RULE.ABOVE),
                                        row.get(STOCK_DUE_RULE.WORKING_DAYS)));
        var extras = new HashMap<Finish, Integer>();
        sql.selectFrom(STOCK_DUE_EXTRA)
                .forEach(row ->
                        extras.put(
                                Finish.valueOf(row.get(STOCK_DUE_EXTRA.FINISH)),
                                row.get(STOCK_DUE_EXTRA.WORKING_DAYS)));
        return new DueRules(
                rows,
                extras,
                new HashSet<>(sql.selectFrom(STOCK_HOLIDAY).fetch(STOCK_HOLIDAY.CLOSED_ON)));
    }

    void putRules(Tx tx, DueRules rules) {
        tx.sql().deleteFrom(STOCK_DUE_RULE).execute();
        tx.sql().deleteFrom(STOCK_DUE_EXTRA).execute();
        tx.sql().deleteFrom(STOCK_HOLIDAY).execute();
        long id = 0;
        for (var row : rules.rows()) {
            id++;
            tx.sql()
                    .insertInto(STOCK_DUE_RULE)
                    .set(STOCK_DUE_RULE.ID, id)
                    .set(STOCK_DUE_RULE.SERVICE, row.service().name())
                    .set(STOCK_DUE_RULE.FOUR_COLOUR_PLAIN, row.fourColourPlain())
                    .set(STOCK_DUE_RULE.ABOVE, row.above())
                    .set(STOCK_DUE_RULE.WORKING_DAYS, row.workingDays())
                    .execute();
        }
        rules.extras()
                .forEach((finish, days) ->
                        tx.sql()
                                .insertInto(STOCK_DUE_EXTRA)
                                .set(STOCK_DUE_EXTRA.FINISH, finish.name())
                                .set(STOCK_DUE_EXTRA.WORKING_DAYS, days)
                                .execute());
        rules.holidays()
                .forEach(day ->
                        tx.sql()
                                .insertInto(STOCK_HOLIDAY)
                                .set(STOCK_HOLIDAY.CLOSED_ON, day)
                                .execute());
    }
}
