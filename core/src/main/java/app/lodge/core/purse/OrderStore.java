package app.lodge.core.purse;

import static app.lodge.core.books.tables.Tables.PURSE_ORDER;

import app.lodge.core.books.Tx;
import app.lodge.core.purse.PurseDetector.Order;
import app.lodge.core.purse.Purses.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of what the back office wants on cards.
final class OrderStore {

    enum State {
        /// In the books; on the card or not.
        OPEN,
        WRITTEN,
        /// The card never got it.
        CANCELLED
    }

    /// @param posting null before there is one
    record Row(
            long number,
            long medium,
            PurseKind kind,
            long amount,
            Source source,
            long refunds,
            long operator,
            State state,
            @Nullable Long posting,
            Instant createdAt) {}

    long nextNumber(Tx tx) {
        return tx.nextNumber(PURSE_ORDER.ID);
    }

    void insert(Tx tx, Row row, long fromMedium) {
        tx.sql()
                .insertInto(PURSE_ORDER)
                .set(PURSE_ORDER.ID, row.number())
                .set(PURSE_ORDER.MEDIUM_ID, row.medium())
                .set(PURSE_ORDER.KIND, row.kind().name())
                .set(PURSE_ORDER.AMOUNT, row.amount())
                .set(PURSE_ORDER.SOURCE, row.source().name())
                .set(PURSE_ORDER.REFUNDS_COUNTER, row.refunds() == 0 ? null : row.refunds())
                .set(PURSE_ORDER.FROM_MEDIUM, fromMedium == 0 ? null : fromMedium)
                .set(PURSE_ORDER.OPERATOR_ID, row.operator())
                .set(PURSE_ORDER.STATE, row.state().name())
                .set(PURSE_ORDER.POSTING_ID, row.posting())
                .set(PURSE_ORDER.CREATED_AT, tx.nowUtc())
                .execute();
    }

    void end(Tx tx, long number, State state, @Nullable Long posting) {
        tx.sql()
                .update(PURSE_ORDER)
                .set(PURSE_ORDER.STATE, state.name())
                .set(PURSE_ORDER.POSTING_ID, posting)
                .set(PURSE_ORDER.ENDED_AT, tx.nowUtc())
                .where(PURSE_ORDER.ID.eq(number))
                .execute();
    }

    Optional<Row> find(DSLContext sql, long medium, long number) {
        return rows(sql, PURSE_ORDER.ID.eq(number).and(PURSE_ORDER.MEDIUM_ID.eq(medium))).stream()
                .findFirst();
    }

    /// The lost card whose value an order moves.
    Optional<Long> lost(DSLContext sql, long number) {
        return sql.select(PURSE_ORDER.FROM_MEDIUM)
                .from(PURSE_ORDER)
                .where(PURSE_ORDER.ID.eq(number))
                .fetchOptional(PURSE_ORDER.FROM_MEDIUM);
    }

    List<Row> open(DSLContext sql, long medium) {
        return rows(
                sql, PURSE_ORDER.MEDIUM_ID.eq(medium).and(PURSE_ORDER.STATE.eq(State.OPEN.name())));
    }

    List<Row> all(DSLContext sql, long medium) {
        return rows(sql, PURSE_ORDER.MEDIUM_ID.eq(medium));
    }

    /// What the detector counts with: not what no card got.
    List<Order> known(DSLContext sql, long medium) {
        return all(sql, medium).stream()
                .filter(row -> row.state() != State.CANCELLED)
                .map(row -> new Order(row.number(), row.kind(), row.amount()))
                .toList();
    }

    private static List<Row> rows(DSLContext sql, Condition where) {
        return sql.selectFrom(PURSE_ORDER)
                .where(where)
                .orderBy(PURSE_ORDER.ID)
                .fetch(row -> {
                    var refunds = row.get(PURSE_ORDER.REFUNDS_COUNTER);
                    return new Row(
                            row.get(PURSE_ORDER.ID),
                            row.get(PURSE_ORDER.MEDIUM_ID),
                            PurseKind.valueOf(row.get(PURSE_ORDER.KIND)),
                            row.get(PURSE_ORDER.AMOUNT),
                            Source.valueOf(row.get(PURSE_ORDER.SOURCE)),
                            refunds == null ? 0 : refunds,
                            row.get(PURSE_ORDER.OPERATOR_ID),
                            State.valueOf(row.get(PURSE_ORDER.STATE)),
                            row.get(PURSE_ORDER.POSTING_ID),
                            Tx.instant(row.get(PURSE_ORDER.CREATED_AT)));
                });
    }
}
