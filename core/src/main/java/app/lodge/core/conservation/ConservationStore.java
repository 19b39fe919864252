package app.lodge.core.conservation;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.POSTING_LINK;
import static app.lodge.core.books.tables.Tables.POSTING_TAX;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import app.lodge.core.books.Chain;
import app.lodge.core.books.Tx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What the laws are asked of. Decides nothing.
final class ConservationStore {

    private static final String OPEN = "OPEN";

    private final DSLContext sql;

    ConservationStore(DSLContext sql) {
        this.sql = sql;
    }

    /// @param hash as it stands in the row
    record Row(
            long number,
            String kind,
            String subject,
            String content,
            byte[] hash,
            Hashing hashing) {
        byte[] hashAfter(byte[] before) {
            return hashing.after(before);
        }
    }

    /// What the row's hash must be behind the hash before.
    @FunctionalInterface
    interface Hashing {
        byte[] after(byte[] before);
    }

    record Entry(
            int leg, long account, String currency, long amount, @Nullable Long balanceAfter) {}

    /// A posting without its entries.
    ///
    /// @param device 0 for none
    /// @param undoes the posting that it reverses or refunds; 0 for none
    /// @param hold that it captured; 0 for none
    record Header(String kind, LocalDate day, long device, long undoes, long hold, long tax) {}

    record Balance(long account, long posted, long reserved) {}

    record Hold(long number, long account, long amount) {}

    /// @param owed sum of what the holders' balances say
    /// @param others sum of all entries on accounts without a balance
    record Sums(String currency, long owed, long others) {}

    List<Row> journalAfter(long number, int limit) {
        return sql.selectFrom(JOURNAL)
                .where(JOURNAL.ID.gt(number))
                .orderBy(JOURNAL.ID)
                .limit(limit)
                .fetch(row ->
                        new Row(
                                row.get(JOURNAL.ID),
                                row.get(JOURNAL.KIND),
                                row.get(JOURNAL.SUBJECT),
                                row.get(JOURNAL.CONTENT),
                                row.get(JOURNAL.HASH),
                                before ->
                                        Chain.hash(
                                                before,
                                                row.get(JOURNAL.ID),
                                                Tx.instant(row.get(JOURNAL.AT)),
                                                row.get(JOURNAL.KIND),
                                                row.get(JOURNAL.OPERATOR_ID),
                                                row.get(JOURNAL.ACTOR),
                                                row.get(JOURNAL.WORKSTATION),
                                                row.get(JOURNAL.SUBJECT),
                                                row.get(JOURNAL.CONTENT))));
    }

    /// The entries of a run of postings, in order of posting and leg.
    Map<Long, List<Entry>> entries(long firstPosting, long lastPosting) {
        return sql.selectFrom(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.POSTING_ID.between(firstPosting, lastPosting))
                .orderBy(LEDGER_ENTRY.POSTING_ID, LEDGER_ENTRY.LEG)
                .fetchGroups(
                        LEDGER_ENTRY.POSTING_ID,
                        row ->
                                new Entry(
                                        row.get(LEDGER_ENTRY.LEG),
                                        row.get(LEDGER_ENTRY.ACCOUNT_ID),
                                        row.get(LEDGER_ENTRY.CURRENCY),
                                        row.get(LEDGER_ENTRY.AMOUNT),
                                        row.get(LEDGER_ENTRY.BALANCE_AFTER)));
    }

    /// The headers of a run of postings.
    Map<Long, Header> headers(long firstPosting, long lastPosting) {
        var taxes =
                sql.select(POSTING_TAX.POSTING_ID, sum(POSTING_TAX.TAX))
                        .from(POSTING_TAX)
                        .where(POSTING_TAX.POSTING_ID.between(firstPosting, lastPosting))
                        .groupBy(POSTING_TAX.POSTING_ID)
                        .fetchMap(row -> row.value1(), row -> exact(row.value2()));
        return sql.select(
                        LEDGER_POSTING.ID,
                        LEDGER_POSTING.KIND,
                        LEDGER_POSTING.BUSINESS_DATE,
                        coalesce(LEDGER_POSTING.DEVICE_ID, inline(0L)),
                        coalesce(LEDGER_POSTING.REVERSES_ID, POSTING_LINK.REFUNDS_ID, inline(0L)),
                        coalesce(LEDGER_POSTING.HOLD_ID, inline(0L)))
                .from(LEDGER_POSTING)
                .leftJoin(POSTING_LINK)
                .on(POSTING_LINK.POSTING_ID.eq(LEDGER_POSTING.ID))
                .where(LEDGER_POSTING.ID.between(firstPosting, lastPosting))
                .fetchMap(
                        row -> row.value1(),
                        row ->
                                new Header(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        taxes.getOrDefault(row.value1(), 0L)));
    }

    /// The postings, and those that entries speak of, from here on: none, if the journal told of all.
    List<Long> postingsFrom(long first, int limit) {
        return sql.select(LEDGER_POSTING.ID)
                .from(LEDGER_POSTING)
                .where(LEDGER_POSTING.ID.ge(first))
                .union(
                        select(LEDGER_ENTRY.POSTING_ID)
                                .from(LEDGER_ENTRY)
                                .where(LEDGER_ENTRY.POSTING_ID.ge(first)))
                .orderBy(1)
                .limit(limit)
                .fetch(LEDGER_POSTING.ID);
    }

    List<Balance> balances() {
        return sql.select(LEDGER_BALANCE.ACCOUNT_ID, LEDGER_BALANCE.POSTED, LEDGER_BALANCE.RESERVED)
                .from(LEDGER_BALANCE)
                .orderBy(LEDGER_BALANCE.ACCOUNT_ID)
                .fetch(row -> new Balance(row.value1(), row.value2(), row.value3()));
    }

    Map<Long, Hold> openHolds() {
        var holds = new TreeMap<Long, Hold>();
        sql.select(LEDGER_HOLD.ID, LEDGER_HOLD.ACCOUNT_ID, LEDGER_HOLD.AMOUNT)
                .from(LEDGER_HOLD)
                .where(LEDGER_HOLD.STATE.eq(OPEN))
                .forEach(row ->
                        holds.put(
                                row.value1(), new Hold(row.value1(), row.value2(), row.value3())));
        return holds;
    }

    List<Sums> sums() {
        Map<String, Long> owed = new HashMap<>();
        sql.select(LEDGER_ACCOUNT.CURRENCY, sum(LEDGER_BALANCE.POSTED))
                .from(LEDGER_BALANCE)
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_BALANCE.ACCOUNT_ID))
                .groupBy(LEDGER_ACCOUNT.CURRENCY)
                .forEach(row -> owed.put(row.value1(), exact(row.value2())));
        return sql.select(
                        LEDGER_ENTRY.CURRENCY,
                        sum(
                                when(LEDGER_ACCOUNT.CHECKED, inline(0L))
                                        .otherwise(LEDGER_ENTRY.AMOUNT)))
                .from(LEDGER_ENTRY)
                .join(LEDGER_ACCOUNT)
                .on(LEDGER_ACCOUNT.ID.eq(LEDGER_ENTRY.ACCOUNT_ID))
                .groupBy(LEDGER_ENTRY.CURRENCY)
                .orderBy(LEDGER_ENTRY.CURRENCY)
                .fetch(row ->
                        new Sums(
                                row.value1(),
                                owed.getOrDefault(row.value1(), 0L),
                                exact(row.value2())));
    }

    private static long exact(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
