package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.SELF_SERVICE_CODE;

import app.lodge.core.books.Tx;
import app.lodge.core.selfservice.OneTimeCodes.Purpose;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of one-time codes: a salt, and what became of it.
final class CodeStore {

    enum State {
        WAITS,
        USED,
        /// Tried too often, or what it was for is void.
        SPENT
    }

    record Row(byte[] salt, State state, int wrong, Instant madeAt, Instant expiresAt) {

        boolean holds(Instant now) {
            return state == State.WAITS && expiresAt.isAfter(now);
        }
    }

    /// In place of the one before.
    void put(Tx tx, Purpose purpose, long about, byte[] salt, Instant expiresAt) {
        tx.sql().deleteFrom(SELF_SERVICE_CODE).where(is(purpose, about)).execute();
        tx.sql()
                .insertInto(SELF_SERVICE_CODE)
                .set(SELF_SERVICE_CODE.PURPOSE, purpose.name())
                .set(SELF_SERVICE_CODE.ABOUT, about)
                .set(SELF_SERVICE_CODE.SALT, salt)
                .set(SELF_SERVICE_CODE.STATE, State.WAITS.name())
                .set(SELF_SERVICE_CODE.WRONG, 0)
                .set(SELF_SERVICE_CODE.MADE_AT, tx.nowUtc())
                .set(SELF_SERVICE_CODE.EXPIRES_AT, Tx.utc(expiresAt))
                .execute();
    }

    Optional<Row> find(DSLContext sql, Purpose purpose, long about) {
        return sql.selectFrom(SELF_SERVICE_CODE)
                .where(is(purpose, about))
                .fetchOptional(row ->
                        new Row(
                                row.get(SELF_SERVICE_CODE.SALT),
                                State.valueOf(row.get(SELF_SERVICE_CODE.STATE)),
                                row.get(SELF_SERVICE_CODE.WRONG),
                                Tx.instant(row.get(SELF_SERVICE_CODE.MADE_AT)),
                                Tx.instant(row.get(SELF_SERVICE_CODE.EXPIRES_AT))));
    }

    void tried(Tx tx, Purpose purpose, long about, State state, int wrong) {
        tx.sql()
                .update(SELF_SERVICE_CODE)
                .set(SELF_SERVICE_CODE.STATE, state.name())
                .set(SELF_SERVICE_CODE.WRONG, wrong)
                .where(is(purpose, about))
                .execute();
    }

    private static Condition is(Purpose purpose, long about) {
        return SELF_SERVICE_CODE.PURPOSE.eq(purpose.name()).and(SELF_SERVICE_CODE.ABOUT.eq(about));
    }
}
