package app.lodge.core.privacy;

import static app.lodge.core.books.tables.Tables.HANDED_OUT;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Certificate.HandedOut;
import org.jspecify.annotations.Nullable;

/// The rows of what left Lodge with people's data in it.
final class HandedOutStore {

    private static final int LONGEST_PLACE = 400;

    private HandedOutStore() {}

    static void add(Tx tx, HandedOut.Kind kind, String place, @Nullable PersonId person) {
        tx.sql()
                .insertInto(HANDED_OUT)
                .set(HANDED_OUT.ID, tx.nextNumber(HANDED_OUT.ID))
                .set(HANDED_OUT.AT, tx.nowUtc())
                .set(HANDED_OUT.KIND, kind.name())
                .set(
                        HANDED_OUT.PLACE,
                        place.length() > LONGEST_PLACE ? place.substring(0, LONGEST_PLACE) : place)
                .set(HANDED_OUT.OPERATOR, tx.actor().name())
                .set(HANDED_OUT.PERSON_ID, person == null ? null : person.number())
                .execute();
    }
}
