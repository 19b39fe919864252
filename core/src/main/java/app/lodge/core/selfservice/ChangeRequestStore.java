package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.HOLDER_REQUEST;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.selfservice.ChangeRequest.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of holders' requests, sealed.
final class ChangeRequestStore {

    /// @param sealed the wanted value
    record Row(
            long id,
            PersonId person,
            LoginId login,
            PersonField field,
            byte @Nullable [] sealed,
            State state,
            Instant askedAt,
            @Nullable Instant decidedAt) {}

    static String place(long id) {
        return "holder_request.sealed/" + id;
    }

    long nextNumber(Tx tx) {
        return tx.nextNumber(HOLDER_REQUEST.ID);
    }

    void insert(
            Tx tx,
            long id,
            PersonId person,
            LoginId login,
            PersonField field,
            byte[] sealed,
            State state) {
        tx.sql()
                .insertInto(HOLDER_REQUEST)
                .set(HOLDER_REQUEST.ID, id)
                .set(HOLDER_REQUEST.PERSON_ID, person.number())
                .set(HOLDER_REQUEST.LOGIN_ID, login.number())
                .set(HOLDER_REQUEST.FIELD, field.name())
                .set(HOLDER_REQUEST.SEALED, sealed)
                .set(HOLDER_REQUEST.STATE, state.name())
                .set(HOLDER_REQUEST.ASKED_AT, tx.nowUtc())
                .execute();
    }

    /// @return whether it was still in the state before
    boolean become(Tx tx, long id, State before, State now) {
        var decided = now == State.ACCEPTED || now == State.REFUSED;
        return tx.sql()
                        .update(HOLDER_REQUEST)
                        .set(HOLDER_REQUEST.STATE, now.name())
                        .set(HOLDER_REQUEST.DECIDED_AT, decided ? tx.nowUtc() : null)
                        .set(HOLDER_REQUEST.DECIDED_BY, decided ? tx.actor().operatorId() : null)
                        .where(HOLDER_REQUEST.ID.eq(id), HOLDER_REQUEST.STATE.eq(before.name()))
                        .execute()
                > 0;
    }

    Optional<Row> find(DSLContext sql, long id) {
        return rows(sql, HOLDER_REQUEST.ID.eq(id)).stream().findFirst();
    }

    List<Row> open(DSLContext sql) {
        return rows(sql, HOLDER_REQUEST.STATE.eq(State.OPEN.name()));
    }

    List<Row> ofPerson(DSLContext sql, PersonId person) {
        return rows(sql, HOLDER_REQUEST.PERSON_ID.eq(person.number()));
    }

    private static List<Row> rows(DSLContext sql, Condition where) {
        return sql.selectFrom(HOLDER_REQUEST)
                .where(where)
                .orderBy(HOLDER_REQUEST.ID)
                .fetch(ChangeRequestStore::row);
    }

    private static Row row(Record row) {
        var decided = row.get(HOLDER_REQUEST.DECIDED_AT);
        return new Row(
                row.get(HOLDER_REQUEST.ID),
                new PersonId(row.get(HOLDER_REQUEST.PERSON_ID)),
                new LoginId(row.get(HOLDER_REQUEST.LOGIN_ID)),
                PersonField.valueOf(row.get(HOLDER_REQUEST.FIELD)),
                row.get(HOLDER_REQUEST.SEALED),
                State.valueOf(row.get(HOLDER_REQUEST.STATE)),
                Tx.instant(row.get(HOLDER_REQUEST.ASKED_AT)),
                decided == null ? null : Tx.instant(decided));
    }
}
