package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.IMPORT_RUN;
import static app.lodge.core.books.tables.Tables.IMPORT_RUN_PERSON;
import static org.jooq.impl.DSL.count;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.people.ImportRuns.Did;
import app.lodge.core.people.ImportRuns.ImportRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The rows of import runs.
final class ImportRunStore {

    /// What a run did to one person.
    ///
    /// @param revision of the person right after
    /// @param before sealed details; null where there was nothing before
    record Done(PersonId person, Did did, int revision, byte @Nullable [] before) {}

    private final Books books;

    ImportRunStore(Books books) {
        this.books = books;
    }

    /// The run of an import, begun now if it has none.
    long runOf(Tx tx, String request, String fileHash) {
        return find(tx.sql(), request)
                .orElseGet(() -> {
                    var run = tx.nextNumber(IMPORT_RUN.ID);
                    tx.sql()
                            .insertInto(IMPORT_RUN)
                            .set(IMPORT_RUN.ID, run)
                            .set(IMPORT_RUN.REQUEST, request)
                            .set(IMPORT_RUN.FILE_HASH, fileHash)
                            .set(IMPORT_RUN.OPERATOR, tx.actor().name())
                            .set(IMPORT_RUN.BEGUN_AT, tx.nowUtc())
                            .execute();
                    return run;
                });
    }

    boolean undone(Tx tx, String request) {
        return tx.sql()
                .fetchExists(
                        IMPORT_RUN,
                        IMPORT_RUN.REQUEST.eq(request).and(IMPORT_RUN.UNDONE_AT.isNotNull()));
    }

    void add(Tx tx, long run, Done done) {
        tx.sql()
                .insertInto(IMPORT_RUN_PERSON)
                .set(IMPORT_RUN_PERSON.RUN_ID, run)
                .set(IMPORT_RUN_PERSON.PERSON_ID, done.person().number())
                .set(IMPORT_RUN_PERSON.DID, done.did().name())
                .set(IMPORT_RUN_PERSON.REVISION, done.revision())
                .set(IMPORT_RUN_PERSON.SEALED, done.before())
                .execute();
    }

    void finish(Tx tx, String request) {
        tx.sql()
                .update(IMPORT_RUN)
                .set(IMPORT_RUN.FINISHED_AT, tx.nowUtc())
                .where(IMPORT_RUN.REQUEST.eq(request))
                .and(IMPORT_RUN.FINISHED_AT.isNull())
                .execute();
    }

    Optional<ImportRun> ofRequest(String request) {
        return books.read(sql ->
                find(sql, request)
                        .flatMap(run -> runs(sql, IMPORT_RUN.ID.eq(run), 1).stream().findFirst()));
    }

    Optional<ImportRun> find(long run) {
        return books.read(sql -> runs(sql, IMPORT_RUN.ID.eq(run), 1)).stream().findFirst();
    }

    List<ImportRun> newest(int limit) {
        return books.read(sql -> runs(sql, IMPORT_RUN.ID.gt(0L), limit));
    }

    /// Everybody whom the run touched, in order of number.
    List<Done> all(long run) {
        return books.read(sql -> rows(sql, IMPORT_RUN_PERSON.RUN_ID.eq(run), Integer.MAX_VALUE));
    }

    /// The next of them whom an undoing has not looked at.
    List<Done> open(Tx tx, long run, int atMost) {
        return rows(
                tx.sql(),
                IMPORT_RUN_PERSON.RUN_ID.eq(run).and(IMPORT_RUN_PERSON.UNDONE.isNull()),
                atMost);
    }

    void close(Tx tx, long run, PersonId person, String how) {
        tx.sql()
                .update(IMPORT_RUN_PERSON)
                .set(IMPORT_RUN_PERSON.UNDONE, how)
                .where(IMPORT_RUN_PERSON.RUN_ID.eq(run))
                .and(IMPORT_RUN_PERSON.PERSON_ID.eq(person.number()))
                .execute();
    }

    /// How the undoing ended for each person.
    List<Ended> ended(Tx tx, long run) {
        return tx.sql()
                .select(
                        IMPORT_RUN_PERSON.PERSON_ID,
                        IMPORT_RUN_PERSON.DID,
                        IMPORT_RUN_PERSON.UNDONE)
                .from(IMPORT_RUN_PERSON)
                .where(IMPORT_RUN_PERSON.RUN_ID.eq(run))
                .and(IMPORT_RUN_PERSON.UNDONE.isNotNull())
                .orderBy(IMPORT_RUN_PERSON.PERSON_ID)
                .fetch(row ->
                        new Ended(
                                new PersonId(row.value1()),
                                Did.valueOf(row.value2()),
                                row.value3()));
    }

    /// @param how {@link BookedImportRuns#UNDONE}, or the name of the reason for which it stayed
    record Ended(PersonId person, Did did, String how) {}

    /// @return false if it was undone before
    boolean undo(Tx tx, long run) {
        return tx.sql()
                        .update(IMPORT_RUN)
                        .set(IMPORT_RUN.UNDONE_AT, tx.nowUtc())
                        .where(IMPORT_RUN.ID.eq(run))
                        .and(IMPORT_RUN.UNDONE_AT.isNull())
                        .execute()
                > 0;
    }

    /// What somebody was before goes with them (ID-57).
    static void forget(Tx tx, long person) {
        tx.sql()
                .update(IMPORT_RUN_PERSON)
                .setNull(IMPORT_RUN_PERSON.SEALED)
                .where(IMPORT_RUN_PERSON.PERSON_ID.eq(person))
                .execute();
    }

    private static Optional<Long> find(DSLContext sql, String request) {
        return sql.select(IMPORT_RUN.ID)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.REQUEST.eq(request))
                .fetchOptional(IMPORT_RUN.ID);
    }

    private static List<Done> rows(DSLContext sql, Condition where, int atMost) {
        return sql.select(
                        IMPORT_RUN_PERSON.PERSON_ID,
                        IMPORT_RUN_PERSON.DID,
                        IMPORT_RUN_PERSON.REVISION,
                        IMPORT_RUN_PERSON.SEALED)
                .from(IMPORT_RUN_PERSON)
                .where(where)
                .orderBy(IMPORT_RUN_PERSON.PERSON_ID)
                .limit(atMost)
                .fetch(row ->
                        new Done(
                                new PersonId(row.value1()),
                                Did.valueOf(row.value2()),
                                row.value3(),
                                row.value4()));
    }

    private static List<ImportRun> runs(DSLContext sql, Condition where, int limit) {
        return sql.selectFrom(IMPORT_RUN)
                .where(where)
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(limit)
                .fetch(row -> {
                    var counts = counts(sql, row.get(IMPORT_RUN.ID));
                    var undone = row.get(IMPORT_RUN.UNDONE_AT);
                    return new ImportRun(
                            row.get(IMPORT_RUN.ID),
                            Tx.instant(row.get(IMPORT_RUN.BEGUN_AT)),
                            row.get(IMPORT_RUN.OPERATOR),
                            counts.getOrDefault(Did.ENROLLED, 0L),
                            counts.getOrDefault(Did.CHANGED, 0L),
                            counts.getOrDefault(Did.BLOCKED, 0L),
                            row.get(IMPORT_RUN.FINISHED_AT) != null,
                            undone == null ? null : Tx.instant(undone));
                });
    }

    private static EnumMap<Did, Long> counts(DSLContext sql, long run) {
        var counts = new EnumMap<Did, Long>(Did.class);
        sql.select(IMPORT_RUN_PERSON.DID, count())
                .from(IMPORT_RUN_PERSON)
                .where(IMPORT_RUN_PERSON.RUN_ID.eq(run))
                .groupBy(IMPORT_RUN_PERSON.DID)
                .forEach(row -> counts.put(Did.valueOf(row.value1()), row.value2().longValue()));
        return counts;
    }
}
