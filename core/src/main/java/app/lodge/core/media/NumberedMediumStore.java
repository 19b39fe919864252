package app.lodge.core.media;

import static app.lodge.core.books.tables.Tables.MEDIUM;

import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;

/// Rows of media that have a number and nothing else.
final class NumberedMediumStore {

    /// What stands for the chip of a medium of which only the number is known.
    static final String CHIP = "number";

    private final MediumStore media = new MediumStore();

    /// In the state PREPARING.
    MediumId add(Tx tx, PersonId person, Uid number) {
        int issue = media.nextIssue(tx, person, MediumKind.FOB);
        long id = tx.nextNumber(MEDIUM.ID);
        tx.sql()
                .insertInto(MEDIUM)
                .set(MEDIUM.ID, id)
                .set(MEDIUM.KIND, MediumKind.FOB.name())
                .set(MEDIUM.PERSON_ID, person.number())
                .set(MEDIUM.ISSUE_NUMBER, issue)
                .set(MEDIUM.STATE, MediumState.PREPARING.name())
                .set(MEDIUM.UID, number.bytes())
                .set(MEDIUM.CHIP, CHIP)
                .set(MEDIUM.KEY_VERSION, 0)
                .set(MEDIUM.CREATED_AT, tx.nowUtc())
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .execute();
        return new MediumId(id);
    }
}
