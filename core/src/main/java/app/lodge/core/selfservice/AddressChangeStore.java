package app.lodge.core.selfservice;

import static app.lodge.core.books.tables.Tables.HOLDER_ADDRESS_CHANGE;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/// When somebody's stored address changed last.
final class AddressChangeStore {

    void put(Tx tx, PersonId person) {
        var changed =
                tx.sql()
                        .update(HOLDER_ADDRESS_CHANGE)
                        .set(HOLDER_ADDRESS_CHANGE.CHANGED_AT, tx.nowUtc())
                        .where(HOLDER_ADDRESS_CHANGE.PERSON_ID.eq(person.number()))
                        .execute();
        if (changed == 0) {
            tx.sql()
                    .insertInto(HOLDER_ADDRESS_CHANGE)
                    .set(HOLDER_ADDRESS_CHANGE.PERSON_ID, person.number())
                    .set(HOLDER_ADDRESS_CHANGE.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
    }

    Optional<Instant> find(DSLContext sql, PersonId person) {
        return sql.select(HOLDER_ADDRESS_CHANGE.CHANGED_AT)
                .from(HOLDER_ADDRESS_CHANGE)
                .where(HOLDER_ADDRESS_CHANGE.PERSON_ID.eq(person.number()))
                .fetchOptional(row -> Tx.instant(row.value1()));
    }
}
