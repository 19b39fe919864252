package app.lodge.core.cashdesk;

import static app.lodge.core.books.tables.Tables.CASH_COUNT;
import static app.lodge.core.books.tables.Tables.CASH_COUNT_LINE;
import static app.lodge.core.books.tables.Tables.CASH_SHIFT;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.SETTING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of shifts, of what they carry and of what was counted. Decides nothing.
final class ShiftStore {

    private static final String DOCUMENT = "cash-desk-rules";

    /// Account → shift.
    Map<Long, Long> open(DSLContext sql) {
        return new HashMap<>(
                sql.select(CASH_SHIFT.ACCOUNT_ID, CASH_SHIFT.ID)
                        .from(CASH_SHIFT)
                        .where(CASH_SHIFT.OPEN_ACCOUNT_ID.isNotNull())
                        .fetchMap(CASH_SHIFT.ACCOUNT_ID, CASH_SHIFT.ID));
    }

    /// What the shift that is open at a workstation counts in.
    Optional<Currency> openAt(DSLContext sql, String workstation) {
        return sql.select(CASH_SHIFT.CURRENCY)
                .from(CASH_SHIFT)
                .where(CASH_SHIFT.OPEN_ACCOUNT_ID.isNotNull())
                .and(CASH_SHIFT.WORKSTATION.eq(workstation))
                .limit(1)
                .fetchOptional(row -> Currency.getInstance(row.value1()));
    }

    /// What a shift begins with.
    record Begun(AccountId drawer, Money carried, long afterPosting) {}

    long insert(Tx tx, Begun begun) {
        var number = tx.nextNumber(CASH_SHIFT.ID);
        tx.sql()
                .insertInto(CASH_SHIFT)
                .set(CASH_SHIFT.ID, number)
                .set(CASH_SHIFT.WORKSTATION, tx.actor().workstation())
                .set(CASH_SHIFT.CURRENCY, begun.carried().currency().getCurrencyCode())
                .set(CASH_SHIFT.ACCOUNT_ID, begun.drawer().number())
                .set(CASH_SHIFT.OPEN_ACCOUNT_ID, begun.drawer().number())
                .set(CASH_SHIFT.KEEPER_ID, tx.actor().operatorId())
                .set(CASH_SHIFT.OPENED_BY, tx.actor().operatorId())
                .set(CASH_SHIFT.OPENED_AT, tx.nowUtc())
                .set(CASH_SHIFT.CARRIED, begun.carried().minor())
                .set(CASH_SHIFT.AFTER_POSTING, begun.afterPosting())
                .set(CASH_SHIFT.OPENING_FLOAT, 0L)
                .set(CASH_SHIFT.FLOAT_POSTING, begun.afterPosting())
                .execute();
        return number;
    }

    void setFloat(Tx tx, long shift, Money counted, long lastPosting) {
        tx.sql()
                .update(CASH_SHIFT)
                .set(CASH_SHIFT.OPENING_FLOAT, counted.minor())
                .set(CASH_SHIFT.FLOAT_POSTING, lastPosting)
                .where(CASH_SHIFT.ID.eq(shift))
                .execute();
    }

    void setKeeper(Tx tx, long shift) {
        tx.sql()
                .update(CASH_SHIFT)
                .set(CASH_SHIFT.KEEPER_ID, tx.actor().operatorId())
                .where(CASH_SHIFT.ID.eq(shift))
                .execute();
    }

    void carry(Tx tx, long posting, AccountId drawer, long shift) {
        tx.statements()
                .change(
                        "insert into cash_shift_posting (posting_id, account_id, shift_id) values (?, ?, ?)",
                        posting,
                        drawer.number(),
                        shift);
    }

    /// What must lie in the drawer, in minor units.
    long expected(Tx tx, long shift) {
        return tx.statements()
                .find(
                        """
                        select s.carried - coalesce(sum(e.amount), 0) from cash_shift s
                        left join cash_shift_posting p on p.shift_id = s.id
                        left join ledger_entry e on e.posting_id = p.posting_id and e.account_id = p.account_id
                        where s.id = ? group by s.id, s.carried\
                        """,
                        row -> row.getLong(1),
                        shift)
                .orElseThrow(() -> new IllegalStateException("Shift %d is gone".formatted(shift)));
    }

    /// The last closing of a drawer.
    ///
    /// @param counted in minor units
    record Left(long counted, long lastPosting) {}

    Optional<Left> left(DSLContext sql, AccountId drawer) {
        return sql.select(CASH_SHIFT.COUNTED, CASH_SHIFT.LAST_POSTING)
                .from(CASH_SHIFT)
                .where(CASH_SHIFT.ACCOUNT_ID.eq(drawer.number()))
                .and(CASH_SHIFT.CLOSED_AT.isNotNull())
                .orderBy(CASH_SHIFT.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Left(row.value1(), row.value2()));
    }

    /// What was counted, and what it led to.
    ///
    /// @param expected in minor units
    /// @param posting of the difference; null where there is none
    record Kept(
            String moment,
            Count count,
            long expected,
            @Nullable DifferenceCause cause,
            String reference,
            @Nullable Long posting) {}

    void insert(Tx tx, long shift, Kept kept) {
        var number =
                tx.sql()
                                .select(coalesce(max(CASH_COUNT.NUMBER), inline(0)))
                                .from(CASH_COUNT)
                                .where(CASH_COUNT.SHIFT_ID.eq(shift))
                                .fetchSingle()
                                .value1()
                        + 1;
        var cause = kept.cause();
        tx.sql()
                .insertInto(CASH_COUNT)
                .set(CASH_COUNT.SHIFT_ID, shift)
                .set(CASH_COUNT.NUMBER, number)
                .set(CASH_COUNT.MOMENT, kept.moment())
                .set(CASH_COUNT.COUNTED_BY, tx.actor().operatorId())
                .set(CASH_COUNT.COUNTED_AT, tx.nowUtc())
                .set(CASH_COUNT.EXPECTED, kept.expected())
                .set(CASH_COUNT.COUNTED, kept.count().total().minor())
                .set(CASH_COUNT.CAUSE, kept.posting() == null || cause == null ? "" : cause.name())
                .set(CASH_COUNT.REFERENCE, kept.reference())
                .set(CASH_COUNT.POSTING_ID, kept.posting())
                .execute();
        for (var line : kept.count().lines()) {
            if (line.pieces() > 0) {
                tx.sql()
                        .insertInto(CASH_COUNT_LINE)
                        .set(CASH_COUNT_LINE.SHIFT_ID, shift)
                        .set(CASH_COUNT_LINE.NUMBER, number)
                        .set(CASH_COUNT_LINE.DENOMINATION, line.denomination())
                        .set(CASH_COUNT_LINE.PIECES, line.pieces())
                        .execute();
            }
        }
    }

    AccountId drawer(Tx tx, long shift) {
        return tx.sql()
                .select(CASH_SHIFT.ACCOUNT_ID)
                .from(CASH_SHIFT)
                .where(CASH_SHIFT.ID.eq(shift))
                .fetchSingle(row -> new AccountId(row.value1()));
    }

    /// How a shift ends.
    ///
    /// @param expected and `counted` in minor units
    record Ended(
            long expected,
            long counted,
            long lastPosting,
            String series,
            long number,
            long journal,
            @Nullable Long seal) {}

    void close(Tx tx, long shift, Ended ended) {
        tx.sql()
                .update(CASH_SHIFT)
                .setNull(CASH_SHIFT.OPEN_ACCOUNT_ID)
                .set(CASH_SHIFT.CLOSED_BY, tx.actor().operatorId())
                .set(CASH_SHIFT.CLOSED_AT, tx.nowUtc())
                .set(CASH_SHIFT.EXPECTED, ended.expected())
                .set(CASH_SHIFT.COUNTED, ended.counted())
                .set(CASH_SHIFT.LAST_POSTING, ended.lastPosting())
                .set(CASH_SHIFT.REPORT_SERIES, ended.series())
                .set(CASH_SHIFT.REPORT_NUMBER, ended.number())
                .set(CASH_SHIFT.JOURNAL_ID, ended.journal())
                .set(CASH_SHIFT.SEAL_ID, ended.seal())
                .where(CASH_SHIFT.ID.eq(shift))
                .execute();
    }

    long nextReport(Tx tx, String series) {
        return tx.nextNumber(
                "cash-report " + series,
                () ->
                        tx.sql()
                                .select(coalesce(max(CASH_SHIFT.REPORT_NUMBER), inline(0L)))
                                .from(CASH_SHIFT)
                                .where(CASH_SHIFT.REPORT_SERIES.eq(series))
                                .fetchSingle()
                                .value1());
    }

    Optional<Shift> openOn(DSLContext sql, AccountId drawer) {
        return list(sql, CASH_SHIFT.OPEN_ACCOUNT_ID.eq(drawer.number()), 1).stream().findFirst();
    }

    Optional<Shift> find(DSLContext sql, long number) {
        return list(sql, CASH_SHIFT.ID.eq(number), 1).stream().findFirst();
    }

    List<Shift> newest(DSLContext sql, int limit) {
        return list(sql, noCondition(), limit);
    }

    private static List<Shift> list(DSLContext sql, Condition which, int limit) {
        return sql.select(CASH_SHIFT.asterisk(), OPERATOR.NAME)
                .from(CASH_SHIFT)
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(CASH_SHIFT.KEEPER_ID))
                .where(which)
                .orderBy(CASH_SHIFT.ID.desc())
                .limit(limit)
                .fetch(row -> shift(sql, row));
    }

    private static Shift shift(DSLContext sql, Record row) {
        var currency = row.get(CASH_SHIFT.CURRENCY);
        var closed = row.get(CASH_SHIFT.CLOSED_AT);
        var expected =
                closed == null
                        ? row.get(CASH_SHIFT.CARRIED) + carried(sql, row.get(CASH_SHIFT.ID))
                        : row.get(CASH_SHIFT.EXPECTED);
        return new Shift(
                row.get(CASH_SHIFT.ID),
                row.get(CASH_SHIFT.WORKSTATION),
                Currency.getInstance(currency),
                row.get(CASH_SHIFT.KEEPER_ID),
                Objects.requireNonNullElse(row.get(OPERATOR.NAME), "system"),
                Tx.instant(row.get(CASH_SHIFT.OPENED_AT)),
                Money.of(row.get(CASH_SHIFT.OPENING_FLOAT), currency),
                Money.of(expected, currency),
                closed == null ? null : Tx.instant(closed));
    }

    private static long carried(DSLContext sql, long shift) {
        return sql.resultQuery(
                        """
                        select coalesce(-sum(e.amount), 0) from cash_shift_posting p
                        join ledger_entry e on e.posting_id = p.posting_id and e.account_id = p.account_id
                        where p.shift_id = ?\
                        """,
                        shift)
                .fetchSingle(row -> Objects.requireNonNull(row.get(0, Long.class)));
    }

    CashDeskRules rules(DSLContext sql) {
        return sql.select(SETTING.CONTENT)
                .from(SETTING)
                .where(SETTING.NAME.eq(DOCUMENT))
                .fetchOptional(SETTING.CONTENT)
                .map(text -> Json.read(text, CashDeskRules.class))
                .orElse(CashDeskRules.STANDARD);
    }

    void putRules(Tx tx, CashDeskRules rules) {
        tx.sql().deleteFrom(SETTING).where(SETTING.NAME.eq(DOCUMENT)).execute();
        tx.sql()
                .insertInto(SETTING)
                .set(SETTING.NAME, DOCUMENT)
                .set(SETTING.CONTENT, Json.text(rules, CashDeskRules.class))
                .set(SETTING.CHANGED_AT, tx.nowUtc())
                .execute();
    }
}
