package app.lodge.core.products;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.PRICE_LIST;

import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/// Who put prices, began lists and ended them: the journal knows it, nothing else has to.
final class PastStore {

    private PastStore() {}

    /// Newest beginning first.
    static List<PastPrice> prices(DSLContext sql, int product) {
        var by = putBy(sql, product);
        return ProductStore.book(sql).history(product).stream()
                .map(past ->
                        new PastPrice(
                                past.price(), past.until(), by.getOrDefault(past.price().id(), "")))
                .toList();
    }

    private static Map<Long, String> putBy(DSLContext sql, int product) {
        var by = new HashMap<Long, String>();
        sql.select(JOURNAL.ACTOR, JOURNAL.CONTENT)
                .from(JOURNAL)
                .where(JOURNAL.SUBJECT.eq("product:" + product))
                .and(JOURNAL.KIND.eq(PriceWriting.PUT))
                .forEach(row -> {
                    if (Json.read(row.value2(), Map.class).get("price") instanceof Number price) {
                        by.put(price.longValue(), row.value1());
                    }
                });
        return by;
    }

    private record Said(Instant at, String by) {}

    /// The newest first.
    static List<PastList> lists(DSLContext sql) {
        var begun = said(sql, ListWriting.BEGUN);
        var ended = said(sql, ListWriting.ENDED);
        var made =
                sql.select(PRICE_LIST.ID, PRICE_LIST.CREATED_AT)
                        .from(PRICE_LIST)
                        .fetchMap(PRICE_LIST.ID, PRICE_LIST.CREATED_AT);
        return ProductStore.lists(sql).stream()
                .sorted(Comparator.comparingLong((PriceList list) -> list.id().number()).reversed())
                .map(list -> {
                    var began = begun.get(list.id().number());
                    var end = ended.get(list.id().number());
                    return new PastList(
                            list,
                            Tx.instant(Objects.requireNonNull(made.get(list.id().number()))),
                            began == null ? "" : began.by(),
                            end == null ? null : end.at(),
                            end == null ? "" : end.by());
                })
                .toList();
    }

    /// By number of the list.
    private static Map<Long, Said> said(DSLContext sql, String kind) {
        var said = new HashMap<Long, Said>();
        sql.select(JOURNAL.SUBJECT, JOURNAL.AT, JOURNAL.ACTOR)
                .from(JOURNAL)
                .where(JOURNAL.KIND.eq(kind))
                .forEach(row ->
                        said.put(
                                Long.valueOf(row.value1().substring(ListWriting.SUBJECT.length())),
                                new Said(Tx.instant(row.value2()), row.value3())));
        return said;
    }
}
