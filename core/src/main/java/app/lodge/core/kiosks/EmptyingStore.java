package app.lodge.core.kiosks;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.KIOSK_COUNT_LINE;
import static app.lodge.core.books.tables.Tables.KIOSK_EMPTYING;
import static app.lodge.core.books.tables.Tables.KIOSK_PIECE;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;

import app.lodge.core.books.Tx;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.kiosks.Emptying.Counted;
import app.lodge.core.kiosks.Emptying.Told;
import app.lodge.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/// The rows of emptyings: what the device told, and what somebody counted, in whichever order they come.
final class EmptyingStore {

    private static final int ALL = Integer.MAX_VALUE;

    /// A bag that was counted before its device told of it.
    Optional<Emptying> ahead(Tx tx, long device, String seal, Currency currency) {
        return oldest(
                tx.sql(),
                bag(device, seal)
                        .and(KIOSK_EMPTYING.CURRENCY.eq(currency.getCurrencyCode()))
                        .and(KIOSK_EMPTYING.SEQ.isNull()));
    }

    /// A bag that the device told of and nobody has counted.
    Optional<Emptying> toCount(DSLContext sql, long device, String seal) {
        return oldest(sql, bag(device, seal).and(KIOSK_EMPTYING.COUNTED.isNull()));
    }

    private static Condition bag(long device, String seal) {
        return KIOSK_EMPTYING.DEVICE_ID.eq(device).and(KIOSK_EMPTYING.SEAL.eq(seal));
    }

    private static Optional<Emptying> oldest(DSLContext sql, Condition which) {
        return select(sql, which, KIOSK_EMPTYING.ID.asc(), 1).stream().findFirst();
    }

    Emptying get(DSLContext sql, long number) {
        return oldest(sql, KIOSK_EMPTYING.ID.eq(number)).orElseThrow();
    }

    long insert(Tx tx, long device, Currency currency, String seal) {
        var number = tx.nextNumber(KIOSK_EMPTYING.ID);
        tx.sql()
                .insertInto(KIOSK_EMPTYING)
                .set(KIOSK_EMPTYING.ID, number)
                .set(KIOSK_EMPTYING.DEVICE_ID, device)
                .set(KIOSK_EMPTYING.CURRENCY, currency.getCurrencyCode())
                .set(KIOSK_EMPTYING.SEAL, seal)
                .set(KIOSK_EMPTYING.CAUSE, "")
                .set(KIOSK_EMPTYING.REFERENCE, "")
                .execute();
        return number;
    }

    void told(Tx tx, long number, CashEvent event, @Nullable Long medium) {
        tx.sql()
                .update(KIOSK_EMPTYING)
                .set(KIOSK_EMPTYING.SEQ, event.seq())
                .set(KIOSK_EMPTYING.EMPTIED_AT, Tx.utc(event.at()))
                .set(KIOSK_EMPTYING.MEDIUM_ID, medium)
                .set(KIOSK_EMPTYING.TOLD, event.amount().minor())
                .where(KIOSK_EMPTYING.ID.eq(number))
                .execute();
    }

    void counted(Tx tx, long number, Count count, String reference) {
        tx.sql()
                .update(KIOSK_EMPTYING)
                .set(KIOSK_EMPTYING.COUNTED, count.total().minor())
                .set(KIOSK_EMPTYING.COUNTED_BY, tx.actor().operatorId())
                .set(KIOSK_EMPTYING.COUNTED_AT, tx.nowUtc())
                .set(KIOSK_EMPTYING.REFERENCE, reference)
                .where(KIOSK_EMPTYING.ID.eq(number))
                .execute();
        for (var line : count.lines()) {
            if (line.pieces() > 0) {
                tx.sql()
                        .insertInto(KIOSK_COUNT_LINE)
                        .set(KIOSK_COUNT_LINE.EMPTYING_ID, number)
                        .set(KIOSK_COUNT_LINE.DENOMINATION, line.denomination())
                        .set(KIOSK_COUNT_LINE.PIECES, line.pieces())
                        .execute();
            }
        }
    }

    /// Before what makes the difference known, so that no row is ever without its cause.
    void cause(Tx tx, long number, DifferenceCause cause) {
        tx.sql()
                .update(KIOSK_EMPTYING)
                .set(KIOSK_EMPTYING.CAUSE, cause.name())
                .where(KIOSK_EMPTYING.ID.eq(number))
                .execute();
    }

    void difference(Tx tx, long number, long posting) {
        tx.sql()
                .update(KIOSK_EMPTYING)
                .set(KIOSK_EMPTYING.DIFFERENCE_POSTING, posting)
                .where(KIOSK_EMPTYING.ID.eq(number))
                .execute();
    }

    List<Emptying> newest(DSLContext sql, Kiosks.Which which, int limit) {
        return select(
                sql,
                switch (which) {
                    case ALL -> noCondition();
                    case TO_COUNT -> KIOSK_EMPTYING.COUNTED.isNull();
                },
                KIOSK_EMPTYING.ID.desc(),
                limit);
    }

    List<Emptying> of(DSLContext sql, Currency currency) {
        return select(
                sql,
                KIOSK_EMPTYING.CURRENCY.eq(currency.getCurrencyCode()),
                KIOSK_EMPTYING.ID.asc(),
                ALL);
    }

    List<Emptying> between(DSLContext sql, Instant from, Instant until) {
        var at = coalesce(KIOSK_EMPTYING.EMPTIED_AT, KIOSK_EMPTYING.COUNTED_AT);
        return select(
                sql, at.ge(Tx.utc(from)).and(at.lt(Tx.utc(until))), KIOSK_EMPTYING.ID.asc(), ALL);
    }

    private static List<Emptying> select(
            DSLContext sql, Condition which, SortField<Long> order, int limit) {
        return sql.select(
                        KIOSK_EMPTYING.asterisk(),
                        DEVICE.NAME,
                        DEVICE.LABEL,
                        OPERATOR.NAME.as("counter"),
                        MEDIUM.PERSON_ID,
                        MEDIUM.ISSUE_NUMBER)
                .from(KIOSK_EMPTYING)
                .join(DEVICE)
                .on(DEVICE.ID.eq(KIOSK_EMPTYING.DEVICE_ID))
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(KIOSK_EMPTYING.COUNTED_BY))
                .leftJoin(MEDIUM)
                .on(MEDIUM.ID.eq(KIOSK_EMPTYING.MEDIUM_ID))
                .where(which)
                .orderBy(order)
                .limit(limit)
                .fetch(row -> emptying(sql, row));
    }

    private static Emptying emptying(DSLContext sql, Record row) {
        var cause = row.get(KIOSK_EMPTYING.CAUSE);
        return new Emptying(
                row.get(KIOSK_EMPTYING.ID),
                new DeviceId(row.get(KIOSK_EMPTYING.DEVICE_ID)),
                row.get(DEVICE.NAME),
                row.get(DEVICE.LABEL),
                Currency.getInstance(row.get(KIOSK_EMPTYING.CURRENCY)),
                row.get(KIOSK_EMPTYING.SEAL),
                told(sql, row),
                counted(sql, row),
                cause.isEmpty() ? Optional.empty() : Optional.of(DifferenceCause.valueOf(cause)),
                row.get(KIOSK_EMPTYING.REFERENCE));
    }

    private static Optional<Told> told(DSLContext sql, Record row) {
        Long amount = row.get(KIOSK_EMPTYING.TOLD);
        if (amount == null) {
            return Optional.empty();
        }
        var lines =
                sql.select(KIOSK_PIECE.DENOMINATION, KIOSK_PIECE.PIECES)
                        .from(KIOSK_PIECE)
                        .where(
                                KIOSK_PIECE.DEVICE_ID.eq(row.get(KIOSK_EMPTYING.DEVICE_ID)),
                                KIOSK_PIECE.SEQ.eq(row.get(KIOSK_EMPTYING.SEQ)))
                        .orderBy(KIOSK_PIECE.DENOMINATION.desc())
                        .fetch(line -> new Count.Line(line.value1(), -line.value2()));
        Long person = row.get(MEDIUM.PERSON_ID);
        return Optional.of(
                new Told(
                        Tx.instant(row.get(KIOSK_EMPTYING.EMPTIED_AT)),
                        person == null
                                ? ""
                                : "%07d-%02d".formatted(person, row.get(MEDIUM.ISSUE_NUMBER)),
                        Money.of(amount, row.get(KIOSK_EMPTYING.CURRENCY)),
                        lines));
    }

    private static Optional<Counted> counted(DSLContext sql, Record row) {
        Long amount = row.get(KIOSK_EMPTYING.COUNTED);
        if (amount == null) {
            return Optional.empty();
        }
        var lines =
                sql.select(KIOSK_COUNT_LINE.DENOMINATION, KIOSK_COUNT_LINE.PIECES)
                        .from(KIOSK_COUNT_LINE)
                        .where(KIOSK_COUNT_LINE.EMPTYING_ID.eq(row.get(KIOSK_EMPTYING.ID)))
                        .orderBy(KIOSK_COUNT_LINE.DENOMINATION.desc())
                        .fetch(line -> new Count.Line(line.value1(), line.value2()));
        return Optional.of(
                new Counted(
                        Tx.instant(row.get(KIOSK_EMPTYING.COUNTED_AT)),
                        Objects.requireNonNullElse(row.get("counter", String.class), "system"),
                        Money.of(amount, row.get(KIOSK_EMPTYING.CURRENCY)),
                        lines));
    }
}
