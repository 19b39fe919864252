package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.LEDGER_ROLLUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.lodge.core.accounts.Periods.Turnover;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Totals per day, payment point, business case and currency. A posting counts by its first entry; no
/// payment point is 0.
final class RollupStore {

    private static final String ADD =
            """
            update ledger_rollup set postings = postings + 1, amount = amount + ?, tax = tax + ?
            where business_date = ? and device_id = ? and kind = ? and currency = ?\
            """;

    void add(Tx tx, Posting posting, LocalDate day) {
        var amount = posting.entries().getFirst().amount();
        var currency = amount.currency().getCurrencyCode();
        var tax = posting.particulars().tax();
        var updated =
                tx.statements()
                        .change(
                                ADD,
                                amount.minor(),
                                tax,
                                day,
                                posting.device(),
                                posting.kind().name(),
                                currency);
        if (updated == 0) {
            tx.sql()
                    .insertInto(LEDGER_ROLLUP)
                    .set(LEDGER_ROLLUP.BUSINESS_DATE, day)
                    .set(LEDGER_ROLLUP.DEVICE_ID, posting.device())
                    .set(LEDGER_ROLLUP.KIND, posting.kind().name())
                    .set(LEDGER_ROLLUP.CURRENCY, currency)
                    .set(LEDGER_ROLLUP.POSTINGS, 1L)
                    .set(LEDGER_ROLLUP.AMOUNT, amount.minor())
                    .set(LEDGER_ROLLUP.TAX, tax)
                    .execute();
        }
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
