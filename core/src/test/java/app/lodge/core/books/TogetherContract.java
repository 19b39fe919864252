package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.SETTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What units that write together promise on every database: each still comes to something or nothing by
/// itself.
abstract class TogetherContract {

    private static final String INSERT =
            "insert into setting (name, content, changed_at) values (?, ?, ?)";
    private static final String UPDATE = "update setting set content = ? where name = ?";
    private static final Question<String> CONTENT =
            new Question<>("select content from setting where name = ?", row -> row.getString(1));

    private static final Question<String> LASTING =
            new Question<>(CONTENT.sql(), row -> row.getString(1), true);

    private Books books;

    abstract BooksSource source();

    @BeforeEach
    void open() {
        books = Books.open(source(), BooksContract.CLOCK, new BooksContract.PlainSealing());
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    @Tag("0.3")
    void aUnitFindsWhatItsNeighboursWroteBeforeTheDatabaseKnowsIt() {
        var found = new ArrayList<Optional<String>>();
        var failures =
                inOneGroup(
                        List.of(
                                tx -> {
                                    found.add(tx.statements().find(CONTENT, "n"));
                                    write(tx, "n", "one");
                                },
                                tx -> {
                                    found.add(tx.statements().find(CONTENT, "n"));
                                    change(tx, "n", "two");
                                },
                                tx -> found.add(tx.statements().find(CONTENT, "n")),
                                tx -> // past what is known: the rows go before
                                found.add(
                                                tx.sql()
                                                        .select(SETTING.CONTENT)
                                                        .from(SETTING)
                                                        .where(SETTING.NAME.eq("n"))
                                                        .fetchOptional(SETTING.CONTENT))));
        assertThat(failures).containsOnlyNulls();
        assertThat(found)
                .containsExactly(
                        Optional.empty(),
                        Optional.of("one"),
                        Optional.of("two"),
                        Optional.of("two"));
        assertThat(content("n")).contains("two");
    }

    @Test
    void aUnitThatFailsLeavesNothingToItsNeighbours() {
        var failures =
                inOneGroup(
                        List.of(
                                tx -> write(tx, "a", "1"),
                                tx -> {
                                    change(tx, "a", "spoiled");
                                    write(tx, "b", "1");
                                    tx.journal("note.written", "note:2", Map.of());
                                    throw new IllegalStateException("on purpose");
                                },
                                tx -> {
                                    assertThat(tx.statements().find(CONTENT, "a")).contains("1");
                                    assertThat(tx.statements().find(CONTENT, "b")).isEmpty();
                                    tx.journal("note.written", "note:3", Map.of());
                                }));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(IllegalStateException.class);
        assertThat(failures.get(2)).isNull();
        assertThat(content("a")).contains("1");
        assertThat(content("b")).isEmpty();
        assertThat(journal()).containsExactly("note:3");
    }

    @Test
    void aUnitThatFailsAfterTheDatabaseHasHeardOfItLeavesNothingEither() {
        var failures =
                inOneGroup(
                        List.of(
                                tx -> {
                                    write(tx, "a", "1");
                                    tx.journal("note.written", "note:1", Map.of());
                                },
                                tx -> {
                                    tx.journal("note.written", "note:2", Map.of());
                                    tx.statements().change(UPDATE, "spoiled", "a");
                                    write(tx, "b", "1");
                                    throw new IllegalStateException("on purpose");
                                },
                                tx -> {
                                    assertThat(tx.statements().find(CONTENT, "a")).contains("1");
                                    tx.journal("note.written", "note:3", Map.of());
                                }));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(IllegalStateException.class);
        assertThat(failures.get(2)).isNull();
        assertThat(content("a")).contains("1");
        assertThat(content("b")).isEmpty();
        assertThat(journal()).containsExactly("note:1", "note:3");
    }

    @Test
    void rowsThatTheDatabaseRefusesHarmOnlyTheirUnit() {
        inOneGroup(List.of(tx -> write(tx, "known", "1")));
        var failures =
                inOneGroup(
                        List.of(
                                tx -> {
                                    write(tx, "a", "1");
                                    tx.journal("note.written", "note:1", Map.of());
                                },
                                tx -> {
                                    write(tx, "known", "again");
                                    tx.journal("note.written", "note:2", Map.of());
                                },
                                tx -> change(tx, "nobody", "x"), // touches no row
                                tx -> {
                                    change(tx, "a", "2");
                                    tx.journal("note.written", "note:3", Map.of());
                                }));
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(DataAccessException.class);
        assertThat(failures.get(2)).isInstanceOf(DataAccessException.class);
        assertThat(failures.get(3)).isNull();
        assertThat(content("known")).contains("1");
        assertThat(content("a")).contains("2");
        assertThat(content("nobody")).isEmpty();
        assertThat(journal()).containsExactly("note:1", "note:3");
    }

    @Test
    void whatIsKnownIsAskedAgainAfterAnotherWayOfWriting() {
        var found = new ArrayList<Optional<String>>();
        inOneGroup(
                List.of(
                        tx -> write(tx, "a", "1"),
                        tx ->
                                tx.sql()
                                        .update(SETTING)
                                        .set(SETTING.CONTENT, "past it")
                                        .where(SETTING.NAME.eq("a"))
                                        .execute(),
                        tx -> found.add(tx.statements().find(CONTENT, "a"))));
        assertThat(found).containsExactly(Optional.of("past it"));
    }

    @Test
    void whatIsAskedAgainAndAgainStaysKnownUntilAnotherWayOfWriting() {
        var found = new ArrayList<Optional<String>>();
        Work look = tx -> found.add(tx.statements().find(LASTING, "a"));
        inOneGroup(
                List.of(
                        tx -> {
                            tx.statements().later(INSERT, "a", "1", tx.nowUtc());
                            tx.statements().told("1", LASTING, "a");
                        },
                        look));
        inOneGroup(
                List.of(tx -> {
                    tx.statements().later(UPDATE, "2", "a");
                    tx.statements().told("2", LASTING, "a");
                }));
        inOneGroup(List.of(look));
        inOneGroup(
                List.of(tx -> {
                    tx.statements().later(UPDATE, "lost", "a");
                    tx.statements().told("lost", LASTING, "a");
                    throw new IllegalStateException("comes to nothing");
                }));
        inOneGroup(List.of(look));
        books.write(
                BooksContract.CLERK,
                tx ->
                        tx.sql()
                                .update(SETTING)
                                .set(SETTING.CONTENT, "3")
                                .where(SETTING.NAME.eq("a"))
                                .execute());
        inOneGroup(List.of(look));
        assertThat(found)
                .containsExactly(
                        Optional.of("1"), Optional.of("2"), Optional.of("2"), Optional.of("3"));
    }

    private static void write(Tx tx, String name, String content) {
        tx.statements().later(INSERT, name, content, tx.nowUtc());
        tx.statements().told(content, CONTENT, name);
    }

    private static void change(Tx tx, String name, String content) {
        tx.statements().later(UPDATE, content, name);
        tx.statements().told(content, CONTENT, name);
    }

    private interface Work {
        void in(Tx tx);
    }

    /// @return what each failed with, null where it did not
    private List<Throwable> inOneGroup(List<Work> work) {
        return Together.inOneGroup(
                books,
                BooksContract.CLERK,
                work.stream()
                        .<Runnable>map(each ->
                                () ->
                                        books.writeTogether(
                                                BooksContract.CLERK,
                                                ahead -> ahead.find(CONTENT, "a"),
                                                tx -> {
                                                    each.in(tx);
                                                    return true;
                                                }))
                        .toList());
    }

    private Optional<String> content(String name) {
        return books.read(sql ->
                sql.select(SETTING.CONTENT)
                        .from(SETTING)
                        .where(SETTING.NAME.eq(name))
                        .fetchOptional(SETTING.CONTENT));
    }

    /// Subjects in the order of the numbers, which have no gap.
    private List<String> journal() {
        var rows = books.read(sql -> sql.selectFrom(JOURNAL).orderBy(JOURNAL.ID).fetch());
        assertThat(rows.getValues(JOURNAL.ID))
                .isEqualTo(IntStream.rangeClosed(1, rows.size()).mapToObj(Long::valueOf).toList());
        return rows.getValues(JOURNAL.SUBJECT);
    }
}
