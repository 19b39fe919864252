package app.lodge.core.people;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ACCOUNT;
import static app.lodge.core.books.tables.Tables.LEDGER_BALANCE;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;
import static app.lodge.core.people.PersonnelImportTest.csv;
import static app.lodge.core.people.SamplePeople.numbered;
import static app.lodge.core.people.SamplePeople.with;
import static app.lodge.core.people.TestRegister.AUDITOR;
import static app.lodge.core.people.TestRegister.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.ImportRuns.Did;
import app.lodge.core.people.ImportRuns.Left;
import app.lodge.core.people.ImportRuns.UndoOutcome.AlreadyUndone;
import app.lodge.core.people.ImportRuns.UndoOutcome.Undone;
import app.lodge.core.people.ImportRuns.UndoOutcome.UnknownRun;
import app.lodge.core.people.PersonnelImport.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What undoing an import promises on every database.
@Tag("ID-04")
@Tag("ID-05")
abstract class ImportUndoContract {

    private static final Mapping MAPPING =
            new Mapping(
                    "",
                    Map.of(
                            "No", "personnelNumber",
                            "Family", "familyName",
                            "Given", "givenName",
                            "Land", "country"));

    @TempDir Path folder;
    TestRegister site;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        site = new TestRegister(folder, source());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private long imported(String rows, PersonId... blockMissing) {
        var request = RequestId.fresh();
        site.imports().apply(CLERK, request, csv(rows), MAPPING, List.of(blockMissing));
        return site.importRuns().ofRequest(CLERK, request).orElseThrow().number();
    }

    private Person now(PersonId id) {
        return site.people().find(CLERK, id).orElseThrow();
    }

    private PersonId named(String familyName) {
        return site.people().list(CLERK, familyName, null, 10).rows().getFirst().id();
    }

    @Test
    void everybodyIsAsBeforeAndTheNewOnesAreErased() {
        var changed = site.enrolled(with(numbered("Ivo", "Perić", "2"), PersonField.TOWN, "Split"));
        var missing = site.enrolled(numbered("Mara", "Gone", "3"));
        var run = imported("2,Horvat,Ivo,,Kroatien\n4,Neumann,Neo,,\n", missing.id());
        var enrolled = named("Neumann");
        assertThat(now(changed.id()).details().familyName()).isEqualTo("Horvat");
        var preview = site.importRuns().preview(CLERK, run).orElseThrow();
        assertThat(preview.rows())
                .extracting(row -> row.did(), row -> row.left())
                .containsExactlyInAnyOrder(
                        tuple(Did.CHANGED, null),
                        tuple(Did.BLOCKED, null),
                        tuple(Did.ENROLLED, null));
        assertThat(site.importRuns().undo(CLERK, RequestId.fresh(), run))
                .isEqualTo(new Undone(1, 1, 1, List.of()));
        assertThat(now(changed.id()).details()).isEqualTo(changed.details());
        assertThat(now(missing.id()).state()).isEqualTo(PersonState.ACTIVE);
        assertThat(site.people().find(CLERK, enrolled)).isEmpty();
        assertThat(site.people().list(CLERK, "Neumann", null, 10).rows()).isEmpty();
        site.reopen();
        assertThat(now(changed.id()).details()).isEqualTo(changed.details());
        assertThat(site.people().find(CLERK, enrolled)).isEmpty();
        assertThat(site.imports().preview(CLERK, csv("4,Neumann,Neo,,\n"), MAPPING).rows())
                .as("the same file can be loaded again")
                .extracting(row -> row.state())
                .containsExactly(PersonnelImport.RowState.NEW);
    }

    @Test
    void whoWasChangedOrUsedSinceStaysAndIsListed() {
        var changed = site.enrolled(numbered("Ivo", "Perić", "2"));
        var run =
                imported(
                        "2,Horvat,Ivo,,\n4,Touched,Neo,,\n5,Card,Neo,,\n6,Money,Neo,,\n7,Unused,Neo,,\n");
        var later = now(changed.id());
        site.people()
                .change(
                        CLERK,
                        RequestId.fresh(),
                        later.id(),
                        later.revision(),
                        with(later.details(), PersonField.TOWN, "Zadar"));
        var touched = now(named("Touched"));
        site.people()
                .change(
                        CLERK,
                        RequestId.fresh(),
                        touched.id(),
                        touched.revision(),
                        with(touched.details(), PersonField.TOWN, "Zadar"));
        withMedium(named("Card"));
        withPosting(named("Money"));
        var expected =
                List.of(
                        tuple("Ivo Horvat", Left.CHANGED_SINCE),
                        tuple("Neo Touched", Left.CHANGED_SINCE),
                        tuple("Neo Card", Left.HAS_MEDIA),
                        tuple("Neo Money", Left.HAS_POSTINGS));
        assertThat(site.importRuns().preview(CLERK, run).orElseThrow().staying())
                .extracting(row -> row.fullName(), row -> row.left())
                .containsExactlyElementsOf(expected);
        var outcome = (Undone) site.importRuns().undo(CLERK, RequestId.fresh(), run);
        assertThat(outcome.removed()).isEqualTo(1);
        assertThat(outcome.staying())
                .extracting(row -> row.fullName(), row -> row.left())
                .containsExactlyElementsOf(expected);
        assertThat(now(changed.id()).details().familyName()).isEqualTo("Horvat");
    }

    @Test
    void anImportIsUndoneOnceAndARepeatGetsTheFirstAnswer() {
        var run = imported("4,Neumann,Neo,,\n");
        var request = RequestId.fresh();
        var first = site.importRuns().undo(CLERK, request, run);
        assertThat(site.importRuns().undo(CLERK, request, run)).isEqualTo(first);
        assertThat(site.importRuns().undo(CLERK, RequestId.fresh(), run))
                .isInstanceOf(AlreadyUndone.class);
        assertThat(site.importRuns().undo(CLERK, RequestId.fresh(), 99))
                .isEqualTo(new UnknownRun());
        assertThat(site.importRuns().runs(CLERK, 10).getFirst().undoneAt()).isNotNull();
        assertThat(journal("people.import-undone")).isEqualTo(1);
        assertThatThrownBy(() -> site.importRuns().runs(AUDITOR, 10))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void anUndoingCutOffGoesOnWhereItStopped() {
        var before = site.enrolled(numbered("Ivo", "Perić", "1"));
        var rows = new StringBuilder("1,Horvat,Ivo,,\n");
        for (var i = 2; i <= 35; i++) {
            rows.append(i).append(",Family").append(i).append(",Given,,\n");
        }
        var run = imported(rows.toString());
        var request = RequestId.fresh();
        var dying = ImportRuns.in(site.register(), new Dying(site.removal(), 15));
        assertThatThrownBy(() -> dying.undo(CLERK, request, run)).hasMessage("Cut off on purpose");
        site.reopen();
        assertThat(site.people().count(CLERK, ""))
                .as("whole units of ten: the changed one and nine new ones; the next left nothing")
                .isEqualTo(26);
        assertThat(now(before.id()).details()).isEqualTo(before.details());
        assertThat(site.importRuns().undo(CLERK, request, run))
                .isEqualTo(new Undone(1, 0, 34, List.of()));
        assertThat(site.people().count(CLERK, "")).isEqualTo(1);
        assertThat(journal("erasure.completed")).isEqualTo(34);
    }

    @Test
    void anImportUndoneWhileItWasCutOffWritesNothingMore() {
        var rows = new StringBuilder();
        for (var i = 1; i <= 120; i++) {
            rows.append(i).append(",Family").append(i).append(",Given,,\n");
        }
        var request = RequestId.fresh();
        site.failAccountsFrom(101);
        assertThatThrownBy(() ->
                        site.imports()
                                .apply(CLERK, request, csv(rows.toString()), MAPPING, List.of()))
                .hasMessage("No account on purpose");
        site.failAccountsFrom(Integer.MAX_VALUE);
        var run = site.importRuns().ofRequest(CLERK, request).orElseThrow();
        assertThat(run.finished()).isFalse();
        assertThat(site.importRuns().undo(CLERK, RequestId.fresh(), run.number()))
                .isEqualTo(new Undone(0, 0, 100, List.of()));
        site.imports().apply(CLERK, request, csv(rows.toString()), MAPPING, List.of());
        assertThat(site.people().count(CLERK, "")).isZero();
    }

    @Test
    @Tag("ID-57")
    void whatSomebodyWasBeforeGoesWithThem() {
        var person = site.enrolled(numbered("Ivo", "Perić", "2"));
        var run = imported("2,Horvat,Ivo,,\n");
        var refused = site.books().write(CLERK, tx -> site.removal().remove(tx, person.id(), "x"));
        assertThat(refused).isEmpty();
        assertThat(site.importRuns().preview(CLERK, run).orElseThrow().staying())
                .extracting(row -> row.left())
                .containsExactly(Left.ERASED);
        assertThat(
                        site.books()
                                .<Integer>read(sql ->
                                        sql.fetchCount(
                                                app.lodge.core.books.tables.Tables
                                                        .IMPORT_RUN_PERSON,
                                                app.lodge.core.books.tables.Tables.IMPORT_RUN_PERSON
                                                        .SEALED.isNotNull())))
                .isZero();
    }

    private void withMedium(PersonId person) {
        site.books()
                .write(
                        CLERK,
                        tx ->
                                tx.sql()
                                        .insertInto(MEDIUM)
                                        .set(MEDIUM.ID, 1L)
                                        .set(MEDIUM.KIND, "CARD")
                                        .set(MEDIUM.PERSON_ID, person.number())
                                        .set(MEDIUM.ISSUE_NUMBER, 1)
                                        .set(MEDIUM.STATE, "RETURNED")
                                        .set(MEDIUM.CREATED_AT, tx.nowUtc())
                                        .set(MEDIUM.CHANGED_AT, tx.nowUtc())
                                        .execute());
    }

    private void withPosting(PersonId person) {
        site.books()
                .write(
                        CLERK,
                        tx -> {
                            var subject =
                                    tx.sql()
                                            .select(PERSON.SUBJECT_ID)
                                            .from(PERSON)
                                            .where(PERSON.ID.eq(person.number()))
                                            .fetchSingle()
                                            .value1();
                            account(tx, 1, subject);
                            account(tx, 2, null);
                            tx.sql()
                                    .insertInto(LEDGER_POSTING)
                                    .set(LEDGER_POSTING.ID, 1L)
                                    .set(LEDGER_POSTING.KIND, "TOP_UP")
                                    .set(LEDGER_POSTING.ORIGIN, "request")
                                    .set(LEDGER_POSTING.ORIGIN_KEY, "1")
                                    .set(LEDGER_POSTING.REQUEST_HASH, new byte[32])
                                    .set(LEDGER_POSTING.OCCURRED_AT, tx.nowUtc())
                                    .set(LEDGER_POSTING.BOOKED_AT, tx.nowUtc())
                                    .set(LEDGER_POSTING.BUSINESS_DATE, tx.nowUtc().toLocalDate())
                                    .set(LEDGER_POSTING.LATE, false)
                                    .set(LEDGER_POSTING.FORCED, false)
                                    .execute();
                            return entries(tx, 500);
                        });
    }

    private static void account(Tx tx, long id, Long subject) {
        tx.sql()
                .insertInto(LEDGER_ACCOUNT)
                .set(LEDGER_ACCOUNT.ID, id)
                .set(LEDGER_ACCOUNT.KIND, subject == null ? "CASH_DESK" : "PERSON")
                .set(LEDGER_ACCOUNT.CURRENCY, "EUR")
                .set(LEDGER_ACCOUNT.SUBJECT_ID, subject)
                .set(LEDGER_ACCOUNT.CHECKED, subject != null)
                .set(LEDGER_ACCOUNT.LABEL, "")
                .set(LEDGER_ACCOUNT.OPENED_AT, tx.nowUtc())
                .execute();
        tx.sql().insertInto(LEDGER_BALANCE).set(LEDGER_BALANCE.ACCOUNT_ID, id).execute();
    }

    private static int entries(Tx tx, long amount) {
        return tx.sql()
                .insertInto(
                        LEDGER_ENTRY,
                        LEDGER_ENTRY.POSTING_ID,
                        LEDGER_ENTRY.LEG,
                        LEDGER_ENTRY.ACCOUNT_ID,
                        LEDGER_ENTRY.CURRENCY,
                        LEDGER_ENTRY.AMOUNT)
                .values(1L, (short) 1, 1L, "EUR", amount)
                .values(1L, (short) 2, 2L, "EUR", -amount)
                .execute();
    }

    private long journal(String kind) {
        return site.books().read(sql -> (long) sql.fetchCount(JOURNAL, JOURNAL.KIND.eq(kind)));
    }

    /// Dies at its nth removal.
    private static final class Dying implements PersonRemoval {

        private final PersonRemoval real;
        private int left;

        Dying(PersonRemoval real, int removals) {
            this.real = real;
            this.left = removals;
        }

        @Override
        public Optional<Left> obstacle(PersonId person) {
            return real.obstacle(person);
        }

        @Override
        public Optional<Left> remove(Tx tx, PersonId person, String reference) {
            if (--left < 0) {
                throw new IllegalStateException("Cut off on purpose");
            }
            return real.remove(tx, person, reference);
        }

        @Override
        public void complete(Actor actor) {
            real.complete(actor);
        }
    }
}
