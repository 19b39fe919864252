package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ROLLUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.Periods.Turnover;
import app.lodge.core.books.Books;
import app.lodge.core.books.Change;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Totals per day, payment point, business case and currency. A posting counts by its first entry; no
/// payment point is 0.
final class RollupStore {

    private static final Change ADD =
            Change.insert(
                            "ledger_rollup",
                            "business_date date",
                            "device_id bigint",
                            "kind varchar",
                            "currency varchar",
                            "postings bigint",
                            "amount bigint",
                            "tax bigint")
                    .otherwise(
                            """
                            merge into ledger_rollup t using (values (cast(? as date), cast(? as bigint), cast(? as varchar(24)),
                                cast(? as char(3)), cast(? as bigint), cast(? as bigint), cast(? as bigint)))
                                as n (on_day, point, kind, currency, postings, amount, tax)
                            on t.business_date = n.on_day and t.device_id = n.point and t.kind = n.kind and t.currency = n.currency
                            when matched then update
                                set postings = t.postings + n.postings, amount = t.amount + n.amount, tax = t.tax + n.tax
                            when not matched then insert (business_date, device_id, kind, currency, postings, amount, tax)
                                values (n.on_day, n.point, n.kind, n.currency, n.postings, n.amount, n.tax)\
                            """,
                            "(business_date, device_id, kind, currency) do update set"
                                    + " postings = ledger_rollup.postings + excluded.postings,"
                                    + " amount = ledger_rollup.amount + excluded.amount,"
                                    + " tax = ledger_rollup.tax + excluded.tax");

    /// Where the numbers to add stand among the values of {@link #ADD}.
    private static final int FIRST_SUM = 4;

    void add(Tx tx, Posting posting, LocalDate day) {
        var amount = posting.entries().getFirst().amount();
        var kind = posting.kind().name();
        var currency = amount.currency().getCurrencyCode();
        tx.statements()
                .later(
                        ADD,
                        List.of(day, posting.device(), kind, currency),
                        RollupStore::both,
                        day,
                        posting.device(),
                        kind,
                        currency,
                        1L,
                        amount.minor(),
                        posting.particulars().tax());
    }

    private static @Nullable Object[] both(@Nullable Object[] one, @Nullable Object[] other) {
        var sum = one.clone();
        for (var i = FIRST_SUM; i < sum.length; i++) {
            if (one[i] instanceof Long some && other[i] instanceof Long more) {
                sum[i] = some + more;
            }
        }
        return sum;
    }

    /// @param from and `until`: days, inclusive
    List<Turnover> turnover(Books books, LocalDate from, LocalDate until) {
        return books.read(sql ->
                sql.select(
                                LEDGER_ROLLUP.DEVICE_ID,
                                coalesce(DEVICE.LABEL, inline("")),
                                LEDGER_ROLLUP.KIND,
                                LEDGER_ROLLUP.CURRENCY,
                                sum(LEDGER_ROLLUP.POSTINGS),
                                sum(LEDGER_ROLLUP.AMOUNT),
                                sum(LEDGER_ROLLUP.TAX))
                        .from(LEDGER_ROLLUP)
                        .leftJoin(DEVICE)
                        .on(DEVICE.ID.eq(LEDGER_ROLLUP.DEVICE_ID))
                        .where(LEDGER_ROLLUP.BUSINESS_DATE.between(from, until))
                        .groupBy(
                                LEDGER_ROLLUP.DEVICE_ID,
                                DEVICE.LABEL,
                                LEDGER_ROLLUP.KIND,
                                LEDGER_ROLLUP.CURRENCY)
                        .orderBy(
                                LEDGER_ROLLUP.DEVICE_ID, LEDGER_ROLLUP.KIND, LEDGER_ROLLUP.CURRENCY)
                        .fetch(row ->
                                new Turnover(
                                        row.value1(),
                                        row.value2(),
                                        PostingKind.valueOf(row.value3()),
                                        whole(row.value5()),
                                        money(row.value6(), row.value4()),
                                        money(row.value7(), row.value4()))));
    }

    /// Kind and currency → amount, of the days up to one: what a closing says.
    Map<String, Long> totals(DSLContext sql, LocalDate from, LocalDate until) {
        var totals = new LinkedHashMap<String, Long>();
        sql.select(LEDGER_ROLLUP.KIND, LEDGER_ROLLUP.CURRENCY, sum(LEDGER_ROLLUP.AMOUNT))
                .from(LEDGER_ROLLUP)
                .where(LEDGER_ROLLUP.BUSINESS_DATE.between(from, until))
                .groupBy(LEDGER_ROLLUP.KIND, LEDGER_ROLLUP.CURRENCY)
                .orderBy(LEDGER_ROLLUP.KIND, LEDGER_ROLLUP.CURRENCY)
                .forEach(row -> totals.put(row.value1() + " " + row.value2(), whole(row.value3())));
        return totals;
    }

    private static Money money(BigDecimal minor, String currency) {
        return new Money(whole(minor), Currency.getInstance(currency));
    }

    private static long whole(BigDecimal sum) {
        return sum.longValueExact();
    }
}
