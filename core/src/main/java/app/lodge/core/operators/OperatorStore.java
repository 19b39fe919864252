package app.lodge.core.operators;

import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.STAFF_ROLE;

import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

final class OperatorStore {

    /// An operator with what sign-in needs to know.
    record Known(Operator operator, String passwordHash, int failedAttempts) {}

    Optional<Known> named(DSLContext sql, String name) {
        return select(sql)
                .where(OPERATOR.NAME.eq(name))
                .fetchOptional(record ->
                        new Known(
                                operator(record),
                                record.get(OPERATOR.PASSWORD_HASH),
                                record.get(OPERATOR.FAILED_ATTEMPTS)));
    }

    Optional<Operator> find(DSLContext sql, long id) {
        return select(sql).where(OPERATOR.ID.eq(id)).fetchOptional(OperatorStore::operator);
    }

    List<Operator> all(DSLContext sql) {
        return select(sql).orderBy(OPERATOR.NAME).fetch(OperatorStore::operator);
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

    /// @param ownRole the site's own role; null for the shipped one
    void assign(Tx tx, long id, Role role, @Nullable Long ownRole, Scope scope) {
        tx.sql()
                .update(OPERATOR)
                .set(OPERATOR.ROLE, role.name())
                .set(OPERATOR.ROLE_ID, ownRole)
                .set(
                        OPERATOR.DEPARTMENTS,
                        switch (scope) {
                            case Scope.Site() -> null;
                            case Scope.Departments(var names) ->
                                    Json.text(new TreeSet<>(names), Set.class);
                        })
                .where(OPERATOR.ID.eq(id))
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

    void reactivate(Tx tx, long id) {
        tx.sql().update(OPERATOR).set(OPERATOR.ACTIVE, true).where(OPERATOR.ID.eq(id)).execute();
    }

    private static SelectJoinStep<Record> select(DSLContext sql) {
        return sql.select(OPERATOR.fields())
                .select(STAFF_ROLE.fields())
                .from(OPERATOR)
                .leftJoin(STAFF_ROLE)
                .on(STAFF_ROLE.ID.eq(OPERATOR.ROLE_ID));
    }

    private static Operator operator(Record record) {
        var locked = record.get(OPERATOR.LOCKED_UNTIL);
        var departments = record.get(OPERATOR.DEPARTMENTS);
        return new Operator(
                record.get(OPERATOR.ID),
                record.get(OPERATOR.NAME),
                Role.valueOf(record.get(OPERATOR.ROLE)),
                record.get(OPERATOR.ROLE_ID) == null ? null : RoleStore.role(record),
                departments == null
                        ? Scope.SITE
                        : new Scope.Departments(Set.of(Json.read(departments, String[].class))),
                record.get(OPERATOR.ACTIVE),
                locked == null ? null : Tx.instant(locked));
    }
}
