package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.CASH_SHIFT;
import static app.lodge.core.books.tables.Tables.KIOSK_EMPTYING;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_HOLD;
import static app.lodge.core.books.tables.Tables.LEDGER_PERIOD;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.LEDGER_ROLLUP;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import app.lodge.core.books.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of months: one for each that is no longer open.
final class PeriodStore {

    Optional<LocalDate> closedThrough(DSLContext sql) {
        return Optional.ofNullable(
                sql.select(max(LEDGER_PERIOD.ENDS_ON))
                        .from(LEDGER_PERIOD)
                        .where(LEDGER_PERIOD.STATE.eq(PeriodState.CLOSED.name()))
                        .fetchSingle()
                        .value1());
    }

    Optional<LocalDate> firstDay(DSLContext sql) {
        return Optional.ofNullable(
                sql.select(min(LEDGER_ROLLUP.BUSINESS_DATE))
                        .from(LEDGER_ROLLUP)
                        .fetchSingle()
                        .value1());
    }

    Map<YearMonth, PeriodState> states(DSLContext sql) {
        var states = new HashMap<YearMonth, PeriodState>();
        sql.select(LEDGER_PERIOD.STARTS_ON, LEDGER_PERIOD.STATE)
                .from(LEDGER_PERIOD)
                .forEach(row ->
                        states.put(
                                YearMonth.from(row.value1()), PeriodState.valueOf(row.value2())));
        return states;
    }

    /// Payments asked for before the month was over that have not ended.
    long openHolds(DSLContext sql, Instant ends) {
        return sql.fetchCount(
                LEDGER_HOLD,
                LEDGER_HOLD
                        .STATE
                        .eq(HoldState.OPEN.name())
                        .and(LEDGER_HOLD.CREATED_AT.lt(Tx.utc(ends))));
    }

    long openShifts(DSLContext sql, Instant ends) {
        return sql.fetchCount(
                CASH_SHIFT,
                CASH_SHIFT.CLOSED_AT.isNull().and(CASH_SHIFT.OPENED_AT.lt(Tx.utc(ends))));
    }

    long uncountedBags(DSLContext sql, Instant ends) {
        return sql.fetchCount(
                KIOSK_EMPTYING,
                KIOSK_EMPTYING.COUNTED.isNull().and(KIOSK_EMPTYING.EMPTIED_AT.lt(Tx.utc(ends))));
    }

    /// Postings of the month to suspense that were not undone.
    long unassigned(DSLContext sql, YearMonth month) {
        var undoing = LEDGER_POSTING.as("undoing");
        return sql.fetchCount(
                sql.select(LEDGER_POSTING.ID)
                        .from(LEDGER_ACCOUNT)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                        .join(LEDGER_POSTING)
                        .on(LEDGER_POSTING.ID.eq(LEDGER_ENTRY.POSTING_ID))
                        .leftJoin(undoing)
                        .on(undoing.REVERSES_ID.eq(LEDGER_POSTING.ID))
                        .where(LEDGER_ACCOUNT.KIND.eq(AccountKind.SUSPENSE.name()))
                        .and(
                                LEDGER_POSTING.BUSINESS_DATE.between(
                                        month.atDay(1), month.atEndOfMonth()))
                        .and(LEDGER_POSTING.REVERSES_ID.isNull())
                        .and(undoing.ID.isNull()));
    }

    void put(Tx tx, YearMonth month, PeriodState state) {
        var updated =
                tx.sql()
                        .update(LEDGER_PERIOD)
                        .set(LEDGER_PERIOD.STATE, state.name())
                        .set(LEDGER_PERIOD.CHANGED_AT, tx.nowUtc())
                        .where(LEDGER_PERIOD.STARTS_ON.eq(month.atDay(1)))
                        .execute();
        if (updated == 0) {
            tx.sql()
                    .insertInto(LEDGER_PERIOD)
                    .set(LEDGER_PERIOD.STARTS_ON, month.atDay(1))
                    .set(LEDGER_PERIOD.ENDS_ON, month.atEndOfMonth())
                    .set(LEDGER_PERIOD.STATE, state.name())
                    .set(LEDGER_PERIOD.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
    }
}
