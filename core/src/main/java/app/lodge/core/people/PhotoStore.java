package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.PHOTO;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.people.Register.KeptPhoto;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The rows of photographs: one current to a person, the others history (ID-11).
final class PhotoStore {

    private final Books books;
    private final PersonSeal seal;

    PhotoStore(Books books, PersonSeal seal) {
        this.books = books;
        this.seal = seal;
    }

    /// @return whether there was one to replace
    boolean replaceCurrent(Tx tx, PersonId id) {
        return tx.sql()
                        .update(PHOTO)
                        .set(PHOTO.REPLACED_AT, tx.nowUtc())
                        .where(PHOTO.PERSON_ID.eq(id.number()))
                        .and(PHOTO.REPLACED_AT.isNull())
                        .execute()
                > 0;
    }

    long insert(Tx tx, PersonId id, byte[] key, byte[] jpeg) {
        var photo = tx.nextNumber(PHOTO.ID);
        tx.sql()
                .insertInto(PHOTO)
                .set(PHOTO.ID, photo)
                .set(PHOTO.PERSON_ID, id.number())
                .set(PHOTO.SEALED, seal.sealPhoto(id, key, photo, jpeg))
                .set(PHOTO.TAKEN_AT, tx.nowUtc())
                .execute();
        return photo;
    }

    /// The newest first.
    List<KeptPhoto> all(PersonId id, byte[] key) {
        return books.read(sql ->
                sql.select(PHOTO.ID, PHOTO.TAKEN_AT, PHOTO.REPLACED_AT, PHOTO.SEALED)
                        .from(PHOTO)
                        .where(PHOTO.PERSON_ID.eq(id.number()))
                        .orderBy(PHOTO.ID.desc())
                        .fetch(row ->
                                new KeptPhoto(
                                        row.value1(),
                                        Tx.instant(row.value2()),
                                        row.value3() == null ? null : Tx.instant(row.value3()),
                                        seal.openPhoto(id, key, row.value1(), row.value4()))));
    }

    Optional<byte[]> current(PersonId id, byte[] key) {
        return books.read(sql -> current(sql, id, key)).map(Current::jpeg);
    }

    Optional<Current> current(Tx tx, PersonId id, byte[] key) {
        return current(tx.sql(), id, key);
    }

    private Optional<Current> current(DSLContext sql, PersonId id, byte[] key) {
        return sql.select(PHOTO.ID, PHOTO.SEALED)
                .from(PHOTO)
                .where(PHOTO.PERSON_ID.eq(id.number()))
                .and(PHOTO.REPLACED_AT.isNull())
                .orderBy(PHOTO.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Current(
                                row.value1(), seal.openPhoto(id, key, row.value1(), row.value2())));
    }

    record Current(long number, byte[] jpeg) {}
}
