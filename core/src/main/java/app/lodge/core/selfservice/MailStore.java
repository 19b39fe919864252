package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.HOLDER_MAIL;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of mail to holders.
final class MailStore {

    private static final int AT_ONCE = 50;

    enum Kind {
        RELEASE_CODE,
        SECRET_CODE,
        ADDRESS_CODE,
        ADDRESS_CHANGED
    }

    enum State {
        WAITING,
        SENT,
        /// What it was about is over.
        DROPPED,
        /// Tried for as long as it made sense.
        FAILED
    }

    /// @param person under whose key the address is sealed; else under the login's
    record Row(
            long id,
            Kind kind,
            long about,
            @Nullable PersonId person,
            @Nullable LoginId login,
            byte @Nullable [] sealed,
            int attempts) {}

    static String place(long id) {
        return "holder_mail.sealed/" + id;
    }

    long nextNumber(Tx tx) {
        return tx.nextNumber(HOLDER_MAIL.ID);
    }

    void insert(Tx tx, Row row) {
        var person = row.person();
        var login = row.login();
        tx.sql()
                .insertInto(HOLDER_MAIL)
                .set(HOLDER_MAIL.ID, row.id())
                .set(HOLDER_MAIL.KIND, row.kind().name())
                .set(HOLDER_MAIL.ABOUT, row.about())
                .set(HOLDER_MAIL.PERSON_ID, person == null ? null : person.number())
                .set(HOLDER_MAIL.LOGIN_ID, login == null ? null : login.number())
                .set(HOLDER_MAIL.SEALED, row.sealed())
                .set(HOLDER_MAIL.STATE, State.WAITING.name())
                .set(HOLDER_MAIL.ATTEMPTS, 0)
                .set(HOLDER_MAIL.NEXT_AT, tx.nowUtc())
                .set(HOLDER_MAIL.FAILURE, "")
                .execute();
    }

    List<Row> due(DSLContext sql, Instant now) {
        return sql.selectFrom(HOLDER_MAIL)
                .where(
                        HOLDER_MAIL.STATE.eq(State.WAITING.name()),
                        HOLDER_MAIL.NEXT_AT.le(Tx.utc(now)))
                .orderBy(HOLDER_MAIL.NEXT_AT, HOLDER_MAIL.ID)
                .limit(AT_ONCE)
                .fetch(MailStore::row);
    }

    /// The address goes with it.
    ///
    /// @param why a code, never what a server said: that may name the address
    void settled(Tx tx, Row row, State state, String why) {
        tx.sql()
                .update(HOLDER_MAIL)
                .set(HOLDER_MAIL.STATE, state.name())
                .set(HOLDER_MAIL.ATTEMPTS, row.attempts() + 1)
                .set(HOLDER_MAIL.SENT_AT, state == State.SENT ? tx.nowUtc() : null)
                .set(HOLDER_MAIL.FAILURE, why)
                .setNull(HOLDER_MAIL.SEALED)
                .where(HOLDER_MAIL.ID.eq(row.id()))
                .execute();
    }

    void later(Tx tx, Row row, Instant next, String why) {
        tx.sql()
                .update(HOLDER_MAIL)
                .set(HOLDER_MAIL.ATTEMPTS, row.attempts() + 1)
                .set(HOLDER_MAIL.NEXT_AT, Tx.utc(next))
                .set(HOLDER_MAIL.FAILURE, why)
                .where(HOLDER_MAIL.ID.eq(row.id()))
                .execute();
    }

    private static Row row(Record row) {
        var person = row.get(HOLDER_MAIL.PERSON_ID);
        var login = row.get(HOLDER_MAIL.LOGIN_ID);
        return new Row(
                row.get(HOLDER_MAIL.ID),
                Kind.valueOf(row.get(HOLDER_MAIL.KIND)),
                row.get(HOLDER_MAIL.ABOUT),
                person == null ? null : new PersonId(person),
                login == null ? null : new LoginId(login),
                row.get(HOLDER_MAIL.SEALED),
                row.get(HOLDER_MAIL.ATTEMPTS));
    }
}
