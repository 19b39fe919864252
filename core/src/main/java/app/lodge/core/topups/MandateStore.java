package app.lodge.core.topups;

import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The rows of mandates, sealed.
final class MandateStore {

    record Row(
            long number,
            PersonId person,
            String reference,
            LocalDate signedOn,
            boolean oneOff,
            boolean revoked,
            byte[] sealed) {}

    long nextNumber(Tx tx) {
        return tx.nextNumber(MANDATE.ID);
    }

    void insert(Tx tx, Row row) {
        tx.sql()
                .insertInto(MANDATE)
                .set(MANDATE.ID, row.number())
                .set(MANDATE.PERSON_ID, row.person().number())
                .set(MANDATE.REFERENCE, row.reference())
                .set(MANDATE.SIGNED_ON, row.signedOn())
                .set(MANDATE.ONE_OFF, row.oneOff())
                .set(MANDATE.SEALED, row.sealed())
                .set(MANDATE.CREATED_AT, tx.nowUtc())
                .execute();
    }

    boolean revoke(Tx tx, long number) {
        return tx.sql()
                        .update(MANDATE)
                        .set(MANDATE.REVOKED_AT, tx.nowUtc())
                        .where(MANDATE.ID.eq(number))
                        .and(MANDATE.REVOKED_AT.isNull())
                        .execute()
                > 0;
    }

    Optional<Row> find(DSLContext sql, long number) {
        return rows(sql, MANDATE.ID.eq(number)).stream().findFirst();
    }

    List<Row> ofPerson(DSLContext sql, PersonId person) {
        return rows(sql, MANDATE.PERSON_ID.eq(person.number()));
    }

    /// The newest mandate that may be collected from once more.
    Optional<Row> collectable(Tx tx, PersonId person) {
        var used =
                exists(
                        selectOne()
                                .from(TOP_UP_ORDER)
                                .where(TOP_UP_ORDER.MANDATE_ID.eq(MANDATE.ID)));
        return rows(
                        tx.sql(),
                        MANDATE.PERSON_ID
                                .eq(person.number())
                                .and(MANDATE.REVOKED_AT.isNull())
                                .and(MANDATE.ONE_OFF.isFalse().or(used.not())))
                .stream()
                .findFirst();
    }

    private static List<Row> rows(DSLContext sql, Condition where) {
        return sql.selectFrom(MANDATE)
                .where(where)
                .orderBy(MANDATE.ID.desc())
                .fetch(row ->
                        new Row(
                                row.get(MANDATE.ID),
                                new PersonId(row.get(MANDATE.PERSON_ID)),
                                row.get(MANDATE.REFERENCE),
                                row.get(MANDATE.SIGNED_ON),
                                row.get(MANDATE.ONE_OFF),
                                row.get(MANDATE.REVOKED_AT) != null,
                                row.get(MANDATE.SEALED)));
    }
}
