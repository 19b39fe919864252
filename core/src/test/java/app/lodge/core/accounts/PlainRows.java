package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.DEVICE;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Tx;
import app.lodge.core.media.Uid;

/// Rows put straight into the books of a test: operators, payment points, people and their cards.
public final class PlainRows {

    private PlainRows() {}

    public static void operator(Tx tx, long number, String name, String role) {
        tx.sql()
                .insertInto(OPERATOR)
                .set(OPERATOR.ID, number)
                .set(OPERATOR.NAME, name)
                .set(OPERATOR.ROLE, role)
                .set(OPERATOR.PASSWORD_HASH, "-")
                .set(OPERATOR.CREATED_AT, tx.nowUtc())
                .execute();
    }

    public static void device(Tx tx, long number) {
        tx.sql()
                .insertInto(DEVICE)
                .set(DEVICE.ID, number)
                .set(DEVICE.NAME, "point-" + number)
                .set(DEVICE.KIND, "PAYMENT_POINT")
                .set(DEVICE.LABEL, "Canteen " + number)
                .set(DEVICE.PLACE, "")
                .set(DEVICE.STATE, "JOINED")
                .set(DEVICE.CREATED_AT, tx.nowUtc())
                .execute();
    }

    /// @return the subject under which the person's accounts stand
    public static long person(Tx tx, long number) {
        var subject = 7_000_000 + number;
        tx.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, number)
                .set(PERSON.SUBJECT_ID, subject)
                .set(PERSON.STATE, "ACTIVE")
                .set(PERSON.REVISION, 1)
                .set(PERSON.SEALED, new byte[] {1})
                .set(PERSON.CREATED_AT, tx.nowUtc())
                .set(PERSON.CHANGED_AT, tx.nowUtc())
                .execute();
        return subject;
    }

    /// A person's first card, active.
    public static void card(Tx tx, long number, Uid uid) {
        tx.sql()
                .insertInto(MEDIUM)
                .set(MEDIUM.ID, number)
                .set(MEDIUM.KIND, "CARD")
                .set(MEDIUM.PERSON_ID, number)
                .set(MEDIUM.ISSUE_NUMBER, 1)
                .set(MEDIUM.STATE, "ACTIVE")
                .set(MEDIUM.UID, uid.bytes())
                .set(MEDIUM.CREATED_AT, tx.nowUtc())
                .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                .execute();
    }

    /// The card of a person.
    public static Uid uid(long person) {
        return new Uid("%014X".formatted(0x04A1B2C3D40000L + person));
    }
}
