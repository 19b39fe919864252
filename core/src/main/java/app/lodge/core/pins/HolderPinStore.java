package app.lodge.core.pins;

import static app.lodge.core.books.tables.Tables.HOLDER_PIN;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/// Rows of holders' PINs. Another PIN is another reference: devices' lists follow it.
final class HolderPinStore {

    private HolderPinStore() {}

    static Optional<Instant> setAt(DSLContext sql, PersonId person) {
        return sql.select(HOLDER_PIN.SET_AT)
                .from(HOLDER_PIN)
                .where(HOLDER_PIN.PERSON_ID.eq(person.number()))
                .fetchOptional(row -> Tx.instant(row.value1()));
    }

    static boolean personExists(DSLContext sql, PersonId person) {
        return sql.fetchExists(
                PERSON, PERSON.ID.eq(person.number()), PERSON.STATE.ne(Register.ERASED));
    }

    static void put(Tx tx, PersonId person, String digest) {
        remove(tx, person);
        tx.sql()
                .insertInto(HOLDER_PIN)
                .set(HOLDER_PIN.PERSON_ID, person.number())
                .set(HOLDER_PIN.REFERENCE, UUID.randomUUID().toString())
                .set(HOLDER_PIN.DIGEST, digest)
                .set(HOLDER_PIN.SET_AT, tx.nowUtc())
                .execute();
    }

    /// @return whether there was one
    static boolean remove(Tx tx, PersonId person) {
        return tx.sql()
                        .deleteFrom(HOLDER_PIN)
                        .where(HOLDER_PIN.PERSON_ID.eq(person.number()))
                        .execute()
                > 0;
    }
}
