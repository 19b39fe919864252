package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.MANDATE;
import static app.lodge.core.books.tables.Tables.TOP_UP_ORDER;
import static org.jooq.impl.DSL.select;

import app.lodge.core.books.Tx;

/// What other features keep of a person, when it goes with the person (ID-57).
final class PersonExtrasStore {

    private PersonExtrasStore() {}

    static void forget(Tx tx, long person) {
        ImportRunStore.forget(tx, person);
        var mandates = select(MANDATE.ID).from(MANDATE).where(MANDATE.PERSON_ID.eq(person));
        tx.sql()
                .update(TOP_UP_ORDER)
                .setNull(TOP_UP_ORDER.MANDATE_ID)
                .where(TOP_UP_ORDER.MANDATE_ID.in(mandates))
                .execute();
        tx.sql().deleteFrom(MANDATE).where(MANDATE.PERSON_ID.eq(person)).execute();
    }
}
