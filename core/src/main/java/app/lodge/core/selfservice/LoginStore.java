package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.SELF_SERVICE_LOGIN;

import app.lodge.core.books.Tx;
import app.lodge.core.selfservice.Login.State;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of logins, sealed.
final class LoginStore {

    /// @param seed of the login's key, and what is sealed under it; null once it has ended
    /// @param secret null until there is one
    record Row(
            LoginId id,
            State state,
            byte @Nullable [] seed,
            byte @Nullable [] sealed,
            byte @Nullable [] secret,
            int failed,
            @Nullable Instant lockedUntil,
            Instant openedAt) {}

    LoginId insert(Tx tx, LoginId id, byte[] seed, byte[] sealed, byte[] index) {
        tx.sql()
                .insertInto(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.ID, id.number())
                .set(SELF_SERVICE_LOGIN.STATE, State.OPENED.name())
                .set(SELF_SERVICE_LOGIN.KEY_SEED, seed)
                .set(SELF_SERVICE_LOGIN.SEALED, sealed)
                .set(SELF_SERVICE_LOGIN.MAIL_INDEX, index)
                .set(SELF_SERVICE_LOGIN.FAILED_ATTEMPTS, 0)
                .set(SELF_SERVICE_LOGIN.OPENED_AT, tx.nowUtc())
                .set(SELF_SERVICE_LOGIN.KEY_GONE, false)
                .execute();
        return id;
    }

    LoginId nextNumber(Tx tx) {
        return new LoginId(tx.nextNumber(SELF_SERVICE_LOGIN.ID));
    }

    Optional<Row> find(DSLContext sql, LoginId id) {
        return sql.selectFrom(SELF_SERVICE_LOGIN)
                .where(SELF_SERVICE_LOGIN.ID.eq(id.number()))
                .fetchOptional(LoginStore::row);
    }

    Optional<Row> byMail(DSLContext sql, byte[] index) {
        return sql.selectFrom(SELF_SERVICE_LOGIN)
                .where(SELF_SERVICE_LOGIN.MAIL_INDEX.eq(index))
                .fetchOptional(LoginStore::row);
    }

    void state(Tx tx, LoginId id, State state) {
        tx.sql()
                .update(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.STATE, state.name())
                .where(SELF_SERVICE_LOGIN.ID.eq(id.number()))
                .execute();
    }

    /// The right secret, set or shown, ends every patience.
    void secret(Tx tx, LoginId id, byte[] sealed) {
        tx.sql()
                .update(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.SECRET, sealed)
                .where(SELF_SERVICE_LOGIN.ID.eq(id.number()))
                .execute();
        attempts(tx, id, 0, null);
    }

    void attempts(Tx tx, LoginId id, int failed, @Nullable Instant lockedUntil) {
        tx.sql()
                .update(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.FAILED_ATTEMPTS, failed)
                .set(
                        SELF_SERVICE_LOGIN.LOCKED_UNTIL,
                        lockedUntil == null ? null : Tx.utc(lockedUntil))
                .where(SELF_SERVICE_LOGIN.ID.eq(id.number()))
                .execute();
    }

    /// The number stays taken; the key itself goes when the unit is written.
    void end(Tx tx, LoginId id) {
        tx.sql()
                .update(SELF_SERVICE_LOGIN)
                .set(SELF_SERVICE_LOGIN.STATE, State.ENDED.name())
                .setNull(SELF_SERVICE_LOGIN.KEY_SEED)
                .setNull(SELF_SERVICE_LOGIN.SEALED)
                .setNull(SELF_SERVICE_LOGIN.MAIL_INDEX)
                .setNull(SELF_SERVICE_LOGIN.SECRET)
                .set(SELF_SERVICE_LOGIN.ENDED_AT, tx.nowUtc())
                .where(SELF_SERVICE_LOGIN.ID.eq(id.number()))
                .execute();
    }

    private static Row row(Record row) {
        var locked = row.get(SELF_SERVICE_LOGIN.LOCKED_UNTIL);
        return new Row(
                new LoginId(row.get(SELF_SERVICE_LOGIN.ID)),
                State.valueOf(row.get(SELF_SERVICE_LOGIN.STATE)),
                row.get(SELF_SERVICE_LOGIN.KEY_SEED),
                row.get(SELF_SERVICE_LOGIN.SEALED),
                row.get(SELF_SERVICE_LOGIN.SECRET),
                row.get(SELF_SERVICE_LOGIN.FAILED_ATTEMPTS),
                locked == null ? null : Tx.instant(locked),
                Tx.instant(row.get(SELF_SERVICE_LOGIN.OPENED_AT)));
    }
}
