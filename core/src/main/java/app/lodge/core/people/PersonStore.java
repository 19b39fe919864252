package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.books.tables.Tables.PERSON_KEY;
import static app.lodge.core.books.tables.Tables.PERSON_SIGNATURE;
import static app.lodge.core.books.tables.Tables.PHOTO;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.SelectOnConditionStep;

/// The rows of people and of their keys.
final class PersonStore {

    private static final int PAGE = 4096;
    private static final byte[] NOTHING = {};

    private final Books books;
    private final PersonSeal seal;

    PersonStore(Books books, PersonSeal seal) {
        this.books = books;
        this.seal = seal;
    }

    PersonId nextNumber(Tx tx) {
        return new PersonId(tx.nextNumber(PERSON.ID));
    }

    void insert(Tx tx, StoredPerson stored, long subjectId) {
        var person = stored.person();
        tx.sql()
                .insertInto(PERSON)
                .set(PERSON.ID, person.id().number())
                .set(PERSON.SUBJECT_ID, subjectId)
                .set(PERSON.STATE, person.state().name())
                .set(PERSON.REVISION, person.revision())
                .set(PERSON.SEALED, sealed(stored))
                .set(PERSON.CREATED_AT, tx.nowUtc())
                .set(PERSON.CHANGED_AT, tx.nowUtc())
                .execute();
        tx.sql()
                .insertInto(PERSON_KEY)
                .set(PERSON_KEY.PERSON_ID, person.id().number())
                .set(PERSON_KEY.WRAPPED, stored.key())
                .execute();
    }

    void update(Tx tx, StoredPerson stored) {
        var person = stored.person();
        tx.sql()
                .update(PERSON)
                .set(PERSON.STATE, person.state().name())
                .set(PERSON.REVISION, person.revision())
                .set(PERSON.SEALED, sealed(stored))
                .set(PERSON.CHANGED_AT, tx.nowUtc())
                .where(PERSON.ID.eq(person.id().number()))
                .execute();
    }

    /// Key, photographs, signatures and details go; the number stays taken, with a subject that leads nowhere.
    ///
    /// @return how many photographs went
    static int erase(Tx tx, long person, long subjectId) {
        var sql = tx.sql();
        sql.deleteFrom(PERSON_KEY).where(PERSON_KEY.PERSON_ID.eq(person)).execute();
        PersonExtrasStore.forget(tx, person);
        sql.deleteFrom(PERSON_SIGNATURE).where(PERSON_SIGNATURE.PERSON_ID.eq(person)).execute();
        var photos = sql.deleteFrom(PHOTO).where(PHOTO.PERSON_ID.eq(person)).execute();
        var changed =
                sql.update(PERSON)
                        .set(PERSON.SUBJECT_ID, subjectId)
                        .set(PERSON.STATE, Register.ERASED)
                        .set(PERSON.SEALED, NOTHING)
                        .set(PERSON.CHANGED_AT, tx.nowUtc())
                        .where(PERSON.ID.eq(person))
                        .execute();
        if (changed == 0) { // erased after the backup that these books come from was taken
            sql.insertInto(PERSON)
                    .set(PERSON.ID, person)
                    .set(PERSON.SUBJECT_ID, subjectId)
                    .set(PERSON.STATE, Register.ERASED)
                    .set(PERSON.REVISION, 1)
                    .set(PERSON.SEALED, NOTHING)
                    .set(PERSON.CREATED_AT, tx.nowUtc())
                    .set(PERSON.CHANGED_AT, tx.nowUtc())
                    .execute();
        }
        return photos;
    }

    static boolean subjectTaken(Tx tx, long subjectId) {
        return tx.sql().fetchExists(PERSON, PERSON.SUBJECT_ID.eq(subjectId));
    }

    Optional<StoredPerson> find(Tx tx, PersonId id) {
        return find(tx.sql(), id);
    }

    Optional<StoredPerson> find(PersonId id) {
        return books.read(sql -> find(sql, id));
    }

    /// Those of the people that are there, by number.
    Map<Long, StoredPerson> find(Tx tx, Collection<Long> numbers) {
        return find(tx.sql(), numbers);
    }

    Map<Long, StoredPerson> find(Collection<Long> numbers) {
        return books.read(sql -> find(sql, numbers));
    }

    /// The next people in order of number, deciphered by all processors; empty at the end.
    List<StoredPerson> page(long afterNumber) {
        var rows =
                books.read(sql ->
                        rows(sql)
                                .where(PERSON.ID.gt(afterNumber))
                                .orderBy(PERSON.ID)
                                .limit(PAGE)
                                .fetch());
        return rows.parallelStream().map(this::deciphered).toList();
    }

    private Optional<StoredPerson> find(DSLContext sql, PersonId id) {
        return rows(sql).where(PERSON.ID.eq(id.number())).fetchOptional(this::deciphered);
    }

    private Map<Long, StoredPerson> find(DSLContext sql, Collection<Long> numbers) {
        var found = new HashMap<Long, StoredPerson>();
        if (!numbers.isEmpty()) {
            for (var row : rows(sql).where(PERSON.ID.in(numbers)).fetch()) {
                found.put(row.value1(), deciphered(row));
            }
        }
        return found;
    }

    private static SelectOnConditionStep<
                    Record6<Long, String, Integer, byte[], LocalDateTime, byte[]>>
            rows(DSLContext sql) {
        return sql.select(
                        PERSON.ID,
                        PERSON.STATE,
                        PERSON.REVISION,
                        PERSON.SEALED,
                        PERSON.CHANGED_AT,
                        PERSON_KEY.WRAPPED)
                .from(PERSON)
                .join(PERSON_KEY)
                .on(PERSON_KEY.PERSON_ID.eq(PERSON.ID));
    }

    private StoredPerson deciphered(
            Record6<Long, String, Integer, byte[], LocalDateTime, byte[]> row) {
        var id = new PersonId(row.value1());
        return new StoredPerson(
                new Person(
                        id,
                        PersonState.valueOf(row.value2()),
                        row.value3(),
                        seal.open(id, row.value6(), row.value3(), row.value4()),
                        Tx.instant(row.value5())),
                row.value6());
    }

    private byte[] sealed(StoredPerson stored) {
        var person = stored.person();
        return seal.seal(person.id(), stored.key(), person.revision(), person.details());
    }
}
