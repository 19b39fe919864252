package app.lodge.core.journal;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.JOURNAL_KEY;
import static app.lodge.core.books.tables.Tables.JOURNAL_SEAL;

import app.lodge.core.books.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The rows of seals and of the keys that sign them.
final class SealStore {

    /// A key that has not been retired.
    record Key(int number, byte[] publicKey, byte[] wrapped) {}

    Optional<Seal> newest(DSLContext sql) {
        return newestFirst(sql, Long.MAX_VALUE, 1).stream().findFirst();
    }

    List<Seal> newestFirst(DSLContext sql, long beforeNumber, int limit) {
        return sql.selectFrom(JOURNAL_SEAL)
                .where(JOURNAL_SEAL.ID.lt(beforeNumber))
                .orderBy(JOURNAL_SEAL.ID.desc())
                .limit(limit)
                .fetch(SealStore::seal);
    }

    /// The seals whose last row is after this one, in order.
    List<Seal> endingAfter(DSLContext sql, long row, int limit) {
        return sql.selectFrom(JOURNAL_SEAL)
                .where(JOURNAL_SEAL.LAST_ROW.gt(row))
                .orderBy(JOURNAL_SEAL.LAST_ROW)
                .limit(limit)
                .fetch(SealStore::seal);
    }

    Optional<Seal> find(DSLContext sql, long number) {
        return sql.selectFrom(JOURNAL_SEAL)
                .where(JOURNAL_SEAL.ID.eq(number))
                .fetchOptional(SealStore::seal);
    }

    void insert(Tx tx, Seal seal) {
        var newKey = seal.newKey();
        var newSignature = seal.newSignature();
        tx.sql()
                .insertInto(JOURNAL_SEAL)
                .set(JOURNAL_SEAL.ID, seal.number())
                .set(JOURNAL_SEAL.FIRST_ROW, seal.firstRow())
                .set(JOURNAL_SEAL.LAST_ROW, seal.lastRow())
                .set(JOURNAL_SEAL.ROOT, SealForm.bytes(seal.root()))
                .set(JOURNAL_SEAL.PREVIOUS, SealForm.bytes(seal.previous()))
                .set(JOURNAL_SEAL.SEALED_AT, Tx.utc(seal.at()))
                .set(JOURNAL_SEAL.PUBLIC_KEY, SealForm.bytes(seal.key()))
                .set(JOURNAL_SEAL.NEW_KEY, newKey == null ? null : SealForm.bytes(newKey))
                .set(JOURNAL_SEAL.HASH, SealForm.bytes(seal.hash()))
                .set(JOURNAL_SEAL.SIGNATURE, SealForm.bytes(seal.signature()))
                .set(
                        JOURNAL_SEAL.NEW_SIGNATURE,
                        newSignature == null ? null : SealForm.bytes(newSignature))
                .execute();
    }

    /// The keys that may sign, the oldest first: one, or two while one takes over from the other.
    List<Key> keys(DSLContext sql) {
        return sql.selectFrom(JOURNAL_KEY)
                .where(JOURNAL_KEY.RETIRED_AT.isNull())
                .orderBy(JOURNAL_KEY.ID)
                .fetch(row ->
                        new Key(
                                row.get(JOURNAL_KEY.ID),
                                row.get(JOURNAL_KEY.PUBLIC_KEY),
                                row.get(JOURNAL_KEY.WRAPPED)));
    }

    byte @Nullable [] presentKey(DSLContext sql) {
        var keys = keys(sql);
        return keys.isEmpty() ? null : keys.getFirst().publicKey();
    }

    /// The newest seal, if it covers rows that are not there.
    Optional<Seal> beyondTheLastRow(DSLContext sql) {
        return newest(sql).filter(seal -> rowHash(sql, seal.lastRow()).isEmpty());
    }

    void insertKey(Tx tx, int number, byte[] publicKey, byte[] wrapped) {
        tx.sql()
                .insertInto(JOURNAL_KEY)
                .set(JOURNAL_KEY.ID, number)
                .set(JOURNAL_KEY.PUBLIC_KEY, publicKey)
                .set(JOURNAL_KEY.WRAPPED, wrapped)
                .set(JOURNAL_KEY.MADE_AT, tx.nowUtc())
                .execute();
    }

    void retireKey(Tx tx, int number) {
        tx.sql()
                .update(JOURNAL_KEY)
                .set(JOURNAL_KEY.RETIRED_AT, tx.nowUtc())
                .setNull(JOURNAL_KEY.WRAPPED)
                .where(JOURNAL_KEY.ID.eq(number))
                .execute();
    }

    /// The hash of a row, or what stands before the first.
    Optional<Long> operatorOf(DSLContext sql, long row) {
        return sql.select(JOURNAL.OPERATOR_ID)
                .from(JOURNAL)
                .where(JOURNAL.ID.eq(row))
                .fetchOptional(JOURNAL.OPERATOR_ID);
    }

    Optional<byte[]> rowHash(DSLContext sql, long row) {
        return sql.select(JOURNAL.HASH)
                .from(JOURNAL)
                .where(JOURNAL.ID.eq(row))
                .fetchOptional(JOURNAL.HASH);
    }

    List<byte[]> rowHashes(DSLContext sql, long first, long last) {
        return sql.select(JOURNAL.HASH)
                .from(JOURNAL)
                .where(JOURNAL.ID.between(first, last))
                .orderBy(JOURNAL.ID)
                .fetch(JOURNAL.HASH);
    }

    @Nullable Instant timeOf(DSLContext sql, long row) {
        return sql.select(JOURNAL.AT)
                .from(JOURNAL)
                .where(JOURNAL.ID.eq(row))
                .fetchOptional(JOURNAL.AT)
                .map(Tx::instant)
                .orElse(null);
    }

    private static Seal seal(Record row) {
        var newKey = row.get(JOURNAL_SEAL.NEW_KEY);
        var newSignature = row.get(JOURNAL_SEAL.NEW_SIGNATURE);
        return new Seal(
                row.get(JOURNAL_SEAL.ID),
                row.get(JOURNAL_SEAL.FIRST_ROW),
                row.get(JOURNAL_SEAL.LAST_ROW),
                SealForm.hex(row.get(JOURNAL_SEAL.ROOT)),
                SealForm.hex(row.get(JOURNAL_SEAL.PREVIOUS)),
                Tx.instant(row.get(JOURNAL_SEAL.SEALED_AT)),
                SealForm.hex(row.get(JOURNAL_SEAL.PUBLIC_KEY)),
                newKey == null ? null : SealForm.hex(newKey),
                SealForm.hex(row.get(JOURNAL_SEAL.HASH)),
                SealForm.hex(row.get(JOURNAL_SEAL.SIGNATURE)),
                newSignature == null ? null : SealForm.hex(newSignature));
    }
}
