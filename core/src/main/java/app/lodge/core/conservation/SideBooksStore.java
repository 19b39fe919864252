package app.lodge.core.conservation;

import static app.lodge.core.books.tables.Tables.CASH_COUNT;
import static app.lodge.core.books.tables.Tables.CASH_COUNT_LINE;
import static app.lodge.core.books.tables.Tables.CASH_SHIFT;
import static app.lodge.core.books.tables.Tables.CASH_SHIFT_POSTING;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_CHARGE;
import static app.lodge.core.books.tables.Tables.COST_CENTRE_USE;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ROLLUP;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// What stands beside the ledger and follows from it: daily totals, cost centres, shifts of cash desks.
final class SideBooksStore {

    private static final String CENTRE = "cost-centre:";

    private final DSLContext sql;

    SideBooksStore(DSLContext sql) {
        this.sql = sql;
    }

    Map<RollupLaw.Key, RollupLaw.Totals> rollups() {
        var found = new HashMap<RollupLaw.Key, RollupLaw.Totals>();
        sql.selectFrom(LEDGER_ROLLUP)
                .forEach(row ->
                        found.put(
                                new RollupLaw.Key(
                                        row.get(LEDGER_ROLLUP.BUSINESS_DATE),
                                        row.get(LEDGER_ROLLUP.DEVICE_ID),
                                        row.get(LEDGER_ROLLUP.KIND),
                                        row.get(LEDGER_ROLLUP.CURRENCY)),
                                new RollupLaw.Totals(
                                        row.get(LEDGER_ROLLUP.POSTINGS),
                                        row.get(LEDGER_ROLLUP.AMOUNT),
                                        row.get(LEDGER_ROLLUP.TAX))));
        return found;
    }

    /// The cost centre of each account that is one's.
    Map<Long, Long> centreOfAccount() {
        var found = new HashMap<Long, Long>();
        sql.select(LEDGER_ACCOUNT.ID, LEDGER_ACCOUNT.LABEL)
                .from(LEDGER_ACCOUNT)
                .where(LEDGER_ACCOUNT.KIND.eq("COST_CENTRE"))
                .and(LEDGER_ACCOUNT.LABEL.startsWith(CENTRE))
                .forEach(row ->
                        found.put(
                                row.value1(),
                                Long.parseLong(row.value2().substring(CENTRE.length()))));
        return found;
    }

    /// By posting.
    Map<Long, CentreLaw.Charge> charges() {
        var found = new TreeMap<Long, CentreLaw.Charge>();
        sql.selectFrom(COST_CENTRE_CHARGE)
                .forEach(row ->
                        found.put(
                                row.get(COST_CENTRE_CHARGE.POSTING_ID),
                                new CentreLaw.Charge(
                                        row.get(COST_CENTRE_CHARGE.CENTRE_ID),
                                        row.get(COST_CENTRE_CHARGE.ACCOUNT_ID),
                                        row.get(COST_CENTRE_CHARGE.CHARGED_ON),
                                        row.get(COST_CENTRE_CHARGE.AMOUNT),
                                        row.get(COST_CENTRE_CHARGE.GIVEN_BACK))));
        return found;
    }

    Map<CentreLaw.Key, Long> uses() {
        var found = new HashMap<CentreLaw.Key, Long>();
        sql.selectFrom(COST_CENTRE_USE)
                .forEach(row ->
                        found.put(
                                new CentreLaw.Key(
                                        row.get(COST_CENTRE_USE.CENTRE_ID),
                                        row.get(COST_CENTRE_USE.ACCOUNT_ID),
                                        row.get(COST_CENTRE_USE.CHARGED_ON)),
                                row.get(COST_CENTRE_USE.USED)));
        return found;
    }

    Set<Long> drawers() {
        return new HashSet<>(
                sql.select(LEDGER_ACCOUNT.ID)
                        .from(LEDGER_ACCOUNT)
                        .where(LEDGER_ACCOUNT.KIND.eq("CASH_DESK"))
                        .fetch(LEDGER_ACCOUNT.ID));
    }

    List<DrawerLaw.Shift> shifts() {
        return sql.selectFrom(CASH_SHIFT)
                .orderBy(CASH_SHIFT.ID)
                .fetch(row ->
                        new DrawerLaw.Shift(
                                row.get(CASH_SHIFT.ID),
                                row.get(CASH_SHIFT.ACCOUNT_ID),
                                row.get(CASH_SHIFT.CARRIED),
                                row.get(CASH_SHIFT.AFTER_POSTING),
                                row.get(CASH_SHIFT.OPENING_FLOAT),
                                row.get(CASH_SHIFT.FLOAT_POSTING),
                                row.get(CASH_SHIFT.EXPECTED),
                                row.get(CASH_SHIFT.COUNTED),
                                row.get(CASH_SHIFT.LAST_POSTING)));
    }

    /// Which shift carries a posting, by drawer and posting.
    Map<Long, Map<Long, Long>> carried() {
        var found = new HashMap<Long, Map<Long, Long>>();
        sql.selectFrom(CASH_SHIFT_POSTING)
                .forEach(row ->
                        found.computeIfAbsent(
                                        row.get(CASH_SHIFT_POSTING.ACCOUNT_ID),
                                        _ -> new TreeMap<>())
                                .put(
                                        row.get(CASH_SHIFT_POSTING.POSTING_ID),
                                        row.get(CASH_SHIFT_POSTING.SHIFT_ID)));
        return found;
    }

    List<DrawerLaw.Sheet> sheets() {
        record Key(long shift, int number) {}
        var lines = new HashMap<Key, Map<Long, Integer>>();
        sql.selectFrom(CASH_COUNT_LINE)
                .forEach(row ->
                        lines.computeIfAbsent(
                                        new Key(
                                                row.get(CASH_COUNT_LINE.SHIFT_ID),
                                                row.get(CASH_COUNT_LINE.NUMBER)),
                                        _ -> new TreeMap<>())
                                .put(
                                        row.get(CASH_COUNT_LINE.DENOMINATION),
                                        row.get(CASH_COUNT_LINE.PIECES)));
        return sql.select(CASH_COUNT.SHIFT_ID, CASH_COUNT.NUMBER, CASH_COUNT.COUNTED)
                .from(CASH_COUNT)
                .orderBy(CASH_COUNT.SHIFT_ID, CASH_COUNT.NUMBER)
                .fetch(row ->
                        new DrawerLaw.Sheet(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                lines.getOrDefault(new Key(row.value1(), row.value2()), Map.of())));
    }
}
