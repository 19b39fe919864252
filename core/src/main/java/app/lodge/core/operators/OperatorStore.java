package app.lodge.core.operators;

import static app.lodge.core.books.tables.Tables.OPERATOR;

import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

final class OperatorStore {

    /// An operator with what sign-in needs to know.
    record Known(Operator operator, String passwordHash, int failedAttempts) {}

    Optional<Known> named(DSLContext sql, String name) {
        return sql.selectFrom(OPERATOR)
                .where(OPERATOR.NAME.eq(name))
                .fetchOptional(record ->
                        new Known(
                                operator(record),
                                record.get(OPERATOR.PASSWORD_HASH),
                                record.get(OPERATOR.FAILED_ATTEMPTS)));
    }

    Optional<Operator> find(DSLContext sql, long id) {
        return sql.selectFrom(OPERATOR)
                .where(OPERATOR.ID.eq(id))
                .fetchOptional(OperatorStore::operator);
    }

    List<Operator> all(DSLContext sql) {
        return sql.selectFrom(OPERATOR).orderBy(OPERATOR.NAME).fetch(OperatorStore::operator);
    }

    long nextId(Tx tx) {
        return tx.nextNumber(OPERATOR.ID);
    }

    void add(Tx tx, Operator operator, String passwordHash) {
        tx.sql()
                .insertInto(OPERATOR)
                .set(OPERATOR.ID, operator.id())
                .set(OPERATOR.NAME, operator.name())
                .set(OPERATOR.ROLE, operator.role().name())
                .set(OPERATOR.PASSWORD_HASH, passwordHash)
                .set(OPERATOR.CREATED_AT, tx.nowUtc())
                .execute();
    }

    void setPassword(Tx tx, long id, String passwordHash) {
        tx.sql()
                .update(OPERATOR)
                .set(OPERATOR.PASSWORD_HASH, passwordHash)
                .set(OPERATOR.FAILED_ATTEMPTS, 0)
                .setNull(OPERATOR.LOCKED_UNTIL)
                .where(OPERATOR.ID.eq(id))
                .execute();
    }

    void setAttempts(Tx tx, long id, int failed, @Nullable Instant lockedUntil) {
        tx.sql()
                .update(OPERATOR)
                .set(OPERATOR.FAILED_ATTEMPTS, failed)
                .set(OPERATOR.LOCKED_UNTIL, lockedUntil == null ? null : Tx.utc(lockedUntil))
                .where(OPERATOR.ID.eq(id))
                .execute();
    }

    void deactivate(Tx tx, long id) {
        tx.sql().update(OPERATOR).set(OPERATOR.ACTIVE, false).where(OPERATOR.ID.eq(id)).execute();
    }

    private static Operator operator(Record record) {
        var locked = record.get(OPERATOR.LOCKED_UNTIL);
        return new Operator(
                record.get(OPERATOR.ID),
                record.get(OPERATOR.NAME),
                Role.valueOf(record.get(OPERATOR.ROLE)),
                record.get(OPERATOR.ACTIVE),
                locked == null ? null : Tx.instant(locked));
    }
}
