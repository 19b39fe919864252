package app.lodge.core.devices;

import static app.lodge.core.books.tables.Tables.COMPARTMENT_ASSIGNMENT;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Rows of compartments assigned for good.
final class AssignmentStore {

    private AssignmentStore() {}

    record Row(int compartment, PersonId person, Instant since) {}

    static List<Row> of(DSLContext sql, DeviceId cabinet) {
        return sql.select(
                        COMPARTMENT_ASSIGNMENT.COMPARTMENT,
                        COMPARTMENT_ASSIGNMENT.PERSON_ID,
                        COMPARTMENT_ASSIGNMENT.SINCE)
                .from(COMPARTMENT_ASSIGNMENT)
                .where(COMPARTMENT_ASSIGNMENT.DEVICE_ID.eq(cabinet.number()))
                .orderBy(COMPARTMENT_ASSIGNMENT.COMPARTMENT)
                .fetch(row ->
                        new Row(
                                row.value1(),
                                new PersonId(row.value2()),
                                Tx.instant(row.value3())));
    }

    static Optional<Row> find(DSLContext sql, DeviceId cabinet, int compartment) {
        return of(sql, cabinet).stream()
                .filter(row -> row.compartment() == compartment)
                .findFirst();
    }

    static boolean personExists(DSLContext sql, PersonId person) {
        return sql.fetchExists(
                PERSON, PERSON.ID.eq(person.number()), PERSON.STATE.ne(Register.ERASED));
    }

    static void insert(Tx tx, DeviceId cabinet, int compartment, PersonId person) {
        tx.sql()
                .insertInto(COMPARTMENT_ASSIGNMENT)
                .set(COMPARTMENT_ASSIGNMENT.DEVICE_ID, cabinet.number())
                .set(COMPARTMENT_ASSIGNMENT.COMPARTMENT, compartment)
                .set(COMPARTMENT_ASSIGNMENT.PERSON_ID, person.number())
                .set(COMPARTMENT_ASSIGNMENT.SINCE, tx.nowUtc())
                .execute();
    }

    static void delete(Tx tx, DeviceId cabinet, int compartment) {
        tx.sql()
                .deleteFrom(COMPARTMENT_ASSIGNMENT)
                .where(
                        COMPARTMENT_ASSIGNMENT.DEVICE_ID.eq(cabinet.number()),
                        COMPARTMENT_ASSIGNMENT.COMPARTMENT.eq(compartment))
                .execute();
    }
}
