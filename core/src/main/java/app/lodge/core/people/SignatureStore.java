package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.OPERATOR;
import static app.lodge.core.books.tables.Tables.PERSON_SIGNATURE;

import app.lodge.core.books.Tx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The rows of signatures: at most one of a person's has not been replaced.
final class SignatureStore {

    private final PersonSeal seal;

    SignatureStore(PersonSeal seal) {
        this.seal = seal;
    }

    long insert(Tx tx, PersonId id, byte[] key, SignatureSource source, byte[] image) {
        var signature = tx.nextNumber(PERSON_SIGNATURE.ID);
        tx.sql()
                .insertInto(PERSON_SIGNATURE)
                .set(PERSON_SIGNATURE.ID, signature)
                .set(PERSON_SIGNATURE.PERSON_ID, id.number())
                .set(PERSON_SIGNATURE.SEALED, seal.sealExtra(id, key, place(signature), image))
                .set(PERSON_SIGNATURE.SOURCE, source.name())
                .set(PERSON_SIGNATURE.TAKEN_AT, tx.nowUtc())
                .set(PERSON_SIGNATURE.TAKEN_BY, tx.actor().operatorId())
                .execute();
        return signature;
    }

    /// Whatever of the person's is printed is not any more.
    ///
    /// @return whether there was one
    boolean replace(Tx tx, PersonId person) {
        return tx.sql()
                        .update(PERSON_SIGNATURE)
                        .set(PERSON_SIGNATURE.REPLACED_AT, tx.nowUtc())
                        .where(printedOf(person))
                        .execute()
                > 0;
    }

    /// @return whether the person has that one
    boolean putBack(Tx tx, PersonId person, long signature) {
        return tx.sql()
                        .update(PERSON_SIGNATURE)
                        .setNull(PERSON_SIGNATURE.REPLACED_AT)
                        .where(PERSON_SIGNATURE.ID.eq(signature))
                        .and(PERSON_SIGNATURE.PERSON_ID.eq(person.number()))
                        .execute()
                > 0;
    }

    boolean has(Tx tx, PersonId person, long signature) {
        return tx.sql()
                .fetchExists(
                        PERSON_SIGNATURE,
                        PERSON_SIGNATURE
                                .ID
                                .eq(signature)
                                .and(PERSON_SIGNATURE.PERSON_ID.eq(person.number())));
    }

    Optional<KeptSignature> find(DSLContext sql, long signature) {
        return rows(sql, PERSON_SIGNATURE.ID.eq(signature)).stream().findFirst();
    }

    /// The newest first.
    List<KeptSignature> history(DSLContext sql, PersonId person) {
        return rows(sql, PERSON_SIGNATURE.PERSON_ID.eq(person.number()));
    }

    Optional<Pixels> printed(DSLContext sql, PersonId id, byte[] key) {
        return pixels(sql, printedOf(id), id, key);
    }

    Optional<Pixels> picture(DSLContext sql, KeptSignature one, byte[] key) {
        return pixels(sql, PERSON_SIGNATURE.ID.eq(one.number()), one.person(), key);
    }

    record Pixels(long number, byte[] image) {}

    private Optional<Pixels> pixels(DSLContext sql, Condition which, PersonId id, byte[] key) {
        return sql.select(PERSON_SIGNATURE.ID, PERSON_SIGNATURE.SEALED)
                .from(PERSON_SIGNATURE)
                .where(which)
                .fetchOptional(row ->
                        new Pixels(
                                row.value1(),
                                seal.openExtra(id, key, place(row.value1()), row.value2())));
    }

    private static Condition printedOf(PersonId person) {
        return PERSON_SIGNATURE
                .PERSON_ID
                .eq(person.number())
                .and(PERSON_SIGNATURE.REPLACED_AT.isNull());
    }

    private static String place(long signature) {
        return "person_signature.sealed/" + signature;
    }

    private static List<KeptSignature> rows(DSLContext sql, Condition which) {
        return sql.select(PERSON_SIGNATURE.asterisk(), OPERATOR.NAME)
                .from(PERSON_SIGNATURE)
                .leftJoin(OPERATOR)
                .on(OPERATOR.ID.eq(PERSON_SIGNATURE.TAKEN_BY))
                .where(which)
                .orderBy(PERSON_SIGNATURE.ID.desc())
                .fetch(SignatureStore::signature);
    }

    private static KeptSignature signature(Record row) {
        var replaced = row.get(PERSON_SIGNATURE.REPLACED_AT);
        return new KeptSignature(
                row.get(PERSON_SIGNATURE.ID),
                new PersonId(row.get(PERSON_SIGNATURE.PERSON_ID)),
                SignatureSource.valueOf(row.get(PERSON_SIGNATURE.SOURCE)),
                Tx.instant(row.get(PERSON_SIGNATURE.TAKEN_AT)),
                Objects.requireNonNullElse(row.get(OPERATOR.NAME), ""),
                replaced == null ? null : Tx.instant(replaced));
    }
}
