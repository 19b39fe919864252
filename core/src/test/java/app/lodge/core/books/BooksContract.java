package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the books promise on every database.
abstract class BooksContract {

    static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));

    Books books;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        books = Books.open(source(), CLOCK, new PlainSealing());
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void numbersAreDenseAlthoughAUnitBetweenThemFailed() {
        note("one");
        assertThatThrownBy(() ->
                        books.write(
                                CLERK,
                                tx -> {
                                    tx.journal("note.written", "note:1", Map.of("t", "x"));
                                    throw new IllegalArgumentException("no");
                                }))
                .hasMessage("no");
        note("two");
        List<Long> numbers =
                books.read(sql ->
                        sql.select(JOURNAL.ID).from(JOURNAL).orderBy(JOURNAL.ID).fetch(JOURNAL.ID));
        assertThat(numbers).containsExactly(1L, 2L);
    }

    @Test
    void preparedStatementsSeeTheUnitsOwnRowsAndGoWithIt() {
        var insert = "insert into setting (name, content, changed_at) values (?, ?, ?)";
        var find = "select content from setting where name = ?";
        assertThat(
                        books.<String>write(
                                CLERK,
                                tx -> {
                                    assertThat(
                                                    tx.statements()
                                                            .change(insert, "a", "1", tx.nowUtc()))
                                            .isEqualTo(1);
                                    return tx.statements()
                                            .find(find, row -> row.getString(1), "a")
                                            .orElseThrow();
                                }))
                .isEqualTo("1");
        assertThatThrownBy(() ->
                        books.write(
                                CLERK,
                                tx -> {
                                    tx.statements().change(insert, "b", "2", tx.nowUtc());
                                    return tx.statements().change(insert, "a", "3", tx.nowUtc());
                                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("insert into setting");
        assertThat(
                        books.<List<String>>write(
                                CLERK,
                                tx ->
                                        tx.statements()
                                                .list(
                                                        "select name from setting where name in (?, ?)",
                                                        row -> row.getString(1),
                                                        "a",
                                                        "b")))
                .containsExactly("a");
    }

    @Test
    void aFailedUnitTakesNothingOfItsNeighboursInTheBatch() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 200)
                            .mapToObj(i ->
                                    callers.submit(() -> {
                                        if (i % 3 == 0) {
                                            assertThatThrownBy(() -> failAfterWriting(i))
                                                    .isInstanceOf(IllegalStateException.class);
                                        } else {
                                            note("n" + i);
                                        }
                                    }))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }
        var rows = books.read(sql -> sql.selectFrom(JOURNAL).orderBy(JOURNAL.ID).fetch());
        assertThat(rows).hasSize(133);
        assertThat(rows.getValues(JOURNAL.ID))
                .isEqualTo(IntStream.rangeClosed(1, 133).mapToObj(Long::valueOf).toList());
        var before = Chain.START;
        for (var row : rows) {
            before =
                    Chain.hash(
                            before,
                            row.get(JOURNAL.ID),
                            Tx.instant(row.get(JOURNAL.AT)),
                            row.get(JOURNAL.KIND),
                            row.get(JOURNAL.OPERATOR_ID),
                            row.get(JOURNAL.ACTOR),
                            row.get(JOURNAL.WORKSTATION),
                            row.get(JOURNAL.SUBJECT),
                            row.get(JOURNAL.CONTENT));
            assertThat(row.get(JOURNAL.HASH)).isEqualTo(before);
        }
    }

    @Test
    void theSameRequestChangesTheBooksOnce() {
        var request = RequestId.fresh();
        for (var i = 0; i < 3; i++) {
            var answer =
                    books.once(
                            CLERK,
                            request,
                            "note.write",
                            List.of("hello"),
                            Answer.class,
                            tx ->
                                    new Answer(
                                            tx.journal("note.written", "note:1", Map.of())
                                                    .number()));
            assertThat(answer).isEqualTo(new Answer(1));
        }
        assertThatThrownBy(() ->
                        books.once(
                                CLERK,
                                request,
                                "note.write",
                                List.of("other"),
                                Answer.class,
                                tx -> new Answer(9)))
                .isInstanceOf(RequestReused.class);
    }

    @Test
    @Tag("ID-50")
    void aJournalRowIsNeitherChangedNorDeleted() {
        note("for ever");
        assertThatThrownBy(() ->
                        books.write(
                                CLERK,
                                tx ->
                                        tx.sql()
                                                .update(JOURNAL)
                                                .set(JOURNAL.CONTENT, "{}")
                                                .execute()))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> books.write(CLERK, tx -> tx.sql().deleteFrom(JOURNAL).execute()))
                .hasMessageContaining("append-only");
        assertThatThrownBy(
                        () -> books.write(CLERK, tx -> tx.sql().execute("truncate table journal")))
                .isNotNull();
        int rows = books.read(sql -> sql.fetchCount(JOURNAL));
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aListenerHearsFactsInOrder() throws Exception {
        var heard = new java.util.concurrent.LinkedBlockingQueue<Fact>();
        books.changes().listen(heard::addAll);
        note("a");
        note("b");
        assertThat(heard.take().number()).isEqualTo(1);
        assertThat(heard.take().number()).isEqualTo(2);
        assertThat(books.changes().await(1, Duration.ofSeconds(1))).isTrue();
        assertThat(books.changes().await(2, Duration.ofMillis(10))).isFalse();
    }

    private void note(String text) {
        books.write(CLERK, tx -> tx.journal("note.written", "note:1", Map.of("text", text)));
    }

    private void failAfterWriting(int i) {
        books.write(
                CLERK,
                tx -> {
                    tx.journal("note.written", "note:1", Map.of("i", i));
                    tx.sql()
                            .insertInto(SETTING)
                            .set(SETTING.NAME, "n" + i)
                            .set(SETTING.CONTENT, "x")
                            .set(SETTING.CHANGED_AT, tx.nowUtc())
                            .execute();
                    throw new IllegalStateException("on purpose");
                });
    }

    record Answer(long number) {}

    static final class PlainSealing implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
