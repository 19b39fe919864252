package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.PHOTO;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.people.Register.KeptPhoto;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/// The rows of photographs: at most one approved and one proposed to a person, the others history
/// (ID-11).
final class PhotoStore {

    private static final app.lodge.core.books.tables.tables.Operator DECIDER =
            OPERATOR.as("decider");

    private final Books books;
    private final PersonSeal seal;

    PhotoStore(Books books, PersonSeal seal) {
        this.books = books;
        this.seal = seal;
    }

    long insert(Tx tx, PersonId id, byte[] key, byte[] jpeg, PhotoSource source, PhotoState state) {
        var photo = tx.nextNumber(PHOTO.ID);
        tx.sql()
                .insertInto(PHOTO)
                .set(PHOTO.ID, photo)
                .set(PHOTO.PERSON_ID, id.number())
                .set(PHOTO.SEALED, seal.sealPhoto(id, key, photo, jpeg))
                .set(PHOTO.TAKEN_AT, tx.nowUtc())
                .set(PHOTO.TAKEN_BY, tx.actor().operatorId())
                .set(PHOTO.SOURCE, source.name())
                .set(PHOTO.STATE, state.name())
                .execute();
        return photo;
    }

    /// Whatever of the person's is in that state gives way to another photograph.
    ///
    /// @return whether there was one
    boolean replace(Tx tx, PersonId person, PhotoState state, long by) {
        return tx.sql()
                        .update(PHOTO)
                        .set(PHOTO.STATE, PhotoState.REPLACED.name())
                        .set(PHOTO.STATE_BEFORE, state.name())
                        .set(PHOTO.REPLACED_AT, tx.nowUtc())
                        .set(PHOTO.REPLACED_BY, by)
                        .where(PHOTO.PERSON_ID.eq(person.number()))
                        .and(PHOTO.STATE.eq(state.name()))
                        .and(PHOTO.ID.ne(by))
                        .execute()
                > 0;
    }

    /// From now on nothing that was decided about the person's photographs can be taken back.
    void settle(Tx tx, PersonId person) {
        tx.sql()
                .update(PHOTO)
                .setNull(PHOTO.STATE_BEFORE)
                .where(PHOTO.PERSON_ID.eq(person.number()))
                .and(PHOTO.STATE_BEFORE.isNotNull())
                .execute();
    }

    void decide(Tx tx, Photograph now, PhotoState next, Optional<PhotoReason> reason) {
        tx.sql()
                .update(PHOTO)
                .set(PHOTO.STATE, next.name())
                .set(PHOTO.STATE_BEFORE, now.state().name())
                .set(PHOTO.DECIDED_AT, tx.nowUtc())
                .set(PHOTO.DECIDED_BY, tx.actor().operatorId())
                .set(PHOTO.REASON, reason.map(PhotoReason::name).orElse(null))
                .setNull(PHOTO.REPLACED_AT)
                .where(PHOTO.ID.eq(now.number()))
                .execute();
    }

    Optional<PhotoState> stateBefore(Tx tx, long photo) {
        return tx.sql()
                .select(PHOTO.STATE_BEFORE)
                .from(PHOTO)
                .where(PHOTO.ID.eq(photo))
                .and(PHOTO.STATE_BEFORE.isNotNull())
                .fetchOptional(row -> PhotoState.valueOf(row.value1()));
    }

    /// The photograph as it was before, and approved again what it had replaced by being approved.
    void takeBack(Tx tx, long photo, PhotoState before) {
        tx.sql()
                .update(PHOTO)
                .set(PHOTO.STATE, before.name())
                .set(PHOTO.REPLACED_AT, before == PhotoState.REPLACED ? tx.nowUtc() : null)
                .setNull(PHOTO.DECIDED_AT)
                .setNull(PHOTO.DECIDED_BY)
                .setNull(PHOTO.REASON)
                .where(PHOTO.ID.eq(photo))
                .execute();
        tx.sql()
                .update(PHOTO)
                .set(PHOTO.STATE, PhotoState.APPROVED.name())
                .setNull(PHOTO.REPLACED_AT)
                .setNull(PHOTO.REPLACED_BY)
                .where(PHOTO.REPLACED_BY.eq(photo))
                .and(PHOTO.STATE.eq(PhotoState.REPLACED.name()))
                .and(PHOTO.STATE_BEFORE.eq(PhotoState.APPROVED.name()))
                .execute();
    }

    Optional<Photograph> find(DSLContext sql, long photo) {
        return rows(sql).where(PHOTO.ID.eq(photo)).fetchOptional(PhotoStore::photograph);
    }

    /// The newest first.
    List<Photograph> history(PersonId person) {
        return books.read(sql ->
                rows(sql)
                        .where(PHOTO.PERSON_ID.eq(person.number()))
                        .orderBy(PHOTO.ID.desc())
                        .fetch(PhotoStore::photograph));
    }

    /// Number and person of everything proposed, the oldest first.
    List<Waiting> waiting() {
        return books.read(sql ->
                sql.select(PHOTO.ID, PHOTO.PERSON_ID)
                        .from(PHOTO)
                        .where(PHOTO.STATE.eq(PhotoState.PROPOSED.name()))
                        .orderBy(PHOTO.ID)
                        .fetch(row -> new Waiting(row.value1(), row.value2())));
    }

    record Waiting(long photo, long person) {}

    /// In order of number.
    List<Photograph> those(List<Long> photos) {
        return books.read(sql ->
                rows(sql)
                        .where(PHOTO.ID.in(photos))
                        .orderBy(PHOTO.ID)
                        .fetch(PhotoStore::photograph));
    }

    /// The newest first, with their pixels.
    List<KeptPhoto> all(PersonId id, byte[] key) {
        return books.read(sql ->
                rows(sql)
                        .where(PHOTO.PERSON_ID.eq(id.number()))
                        .orderBy(PHOTO.ID.desc())
                        .fetch(row ->
                                new KeptPhoto(
                                        photograph(row),
                                        seal.openPhoto(
                                                id,
                                                key,
                                                row.get(PHOTO.ID),
                                                row.get(PHOTO.SEALED)))));
    }

    Optional<byte[]> picture(Photograph photo, byte[] key) {
        return books.read(sql ->
                sql.select(PHOTO.SEALED)
                        .from(PHOTO)
                        .where(PHOTO.ID.eq(photo.number()))
                        .fetchOptional(row ->
                                seal.openPhoto(photo.person(), key, photo.number(), row.value1())));
    }

    Optional<byte[]> current(PersonId id, byte[] key) {
        return books.read(sql -> in(sql, id, key, PhotoState.APPROVED)).map(Pixels::jpeg);
    }

    /// The newest of the person's that is in the state.
    Optional<Pixels> in(DSLContext sql, PersonId id, byte[] key, PhotoState state) {
        return sql.select(PHOTO.ID, PHOTO.SEALED)
                .from(PHOTO)
                .where(PHOTO.PERSON_ID.eq(id.number()))
                .and(PHOTO.STATE.eq(state.name()))
                .orderBy(PHOTO.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Pixels(
                                row.value1(),
                                state,
                                seal.openPhoto(id, key, row.value1(), row.value2())));
    }

    record Pixels(long number, PhotoState state, byte[] jpeg) {}

    private static SelectOnConditionStep<Record> rows(DSLContext sql) {
        return sql.select(PHOTO.asterisk(), OPERATOR.NAME, DECIDER.NAME.as("decider_name"))
                .from(PHOTO)
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(PHOTO.TAKEN_BY))
                .leftJoin(DECIDER)
                .on(DECIDER.ID.eq(PHOTO.DECIDED_BY));
    }

    private static Photograph photograph(Record row) {
        var state = PhotoState.valueOf(row.get(PHOTO.STATE));
        var reason = row.get(PHOTO.REASON);
        var decided = row.get(PHOTO.DECIDED_AT);
        var replaced = row.get(PHOTO.REPLACED_AT);
        return new Photograph(
                row.get(PHOTO.ID),
                new PersonId(row.get(PHOTO.PERSON_ID)),
                state,
                PhotoSource.valueOf(row.get(PHOTO.SOURCE)),
                Tx.instant(row.get(PHOTO.TAKEN_AT)),
                Objects.requireNonNullElse(row.get(OPERATOR.NAME), ""),
                decided == null ? null : Tx.instant(decided),
                Objects.requireNonNullElse(row.get("decider_name", String.class), ""),
                reason == null ? null : PhotoReason.valueOf(reason),
                replaced == null ? null : Tx.instant(replaced),
                state != PhotoState.REPLACED && row.get(PHOTO.STATE_BEFORE) != null);
    }
}
