package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBooksTest extends BooksContract {

    private static final String KEY = "ab".repeat(32);

    @TempDir Path home;

    @Override
    BooksSource source() {
        return new BooksSource.EmbeddedFile(home.resolve("books"), KEY);
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        books.write(CLERK, tx -> tx.journal("note.written", "note:1", Map.of("text", "kept")));
        books.close();
        open();
        int rows = books.read(sql -> sql.fetchCount(JOURNAL));
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void whatWasAnsweredIsInTheFileItself() throws Exception {
        for (var i = 1; i <= 20; i++) {
            books.write(CLERK, tx -> tx.journal("note.written", "note:1", Map.of()));
            var copy = home.resolve("copy" + i);
            Files.copy(home.resolve("books.mv.db"), Path.of(copy + ".mv.db"));
            try (var power =
                    Books.open(
                            new BooksSource.EmbeddedFile(copy, KEY), CLOCK, new PlainSealing())) {
                int rows = power.read(sql -> sql.fetchCount(JOURNAL));
                assertThat(rows).isEqualTo(i);
            }
        }
    }

    @Test
    void whatWasAnsweredTogetherIsInTheFileOrItsLog() throws Exception {
        for (var i = 1; i <= 20; i++) {
            books.writeTogether(
                    CLERK,
                    _ -> {},
                    tx -> tx.journal("note.written", "note:1", Map.of("t", "VERYVISIBLEWORD")));
            var copy = home.resolve("copy" + i);
            for (var file : List.of(".mv.db", ".mv.db.dw", ".mv.db.ahead", ".mv.db.ahead2")) {
                Files.copy(home.resolve("books" + file), Path.of(copy + file));
            }
            for (var log : List.of(".mv.db.ahead", ".mv.db.ahead2")) {
                assertThat(Files.readString(Path.of(copy + log), ISO_8859_1))
                        .doesNotContain("VERYVISIBLEWORD", "note.written", "insert into");
            }
            for (var again = 1; again <= 2; again++) { // once, and no more
                try (var power =
                        Books.open(
                                new BooksSource.EmbeddedFile(copy, KEY),
                                CLOCK,
                                new PlainSealing())) {
                    int rows = power.read(sql -> sql.fetchCount(JOURNAL));
                    assertThat(rows).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void whoStandsStillFindsEverythingInTheFileWithoutItsLog() throws Exception {
        for (var i = 1; i <= 5; i++) {
            books.writeTogether(CLERK, _ -> {}, tx -> tx.journal("note.written", "n:1", Map.of()));
        }
        var copy = home.resolve("copy.mv.db");
        books.standStill(
                CLERK,
                () -> {
                    try {
                        return Files.copy(home.resolve("books.mv.db"), copy);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        try (var restored =
                Books.open(
                        new BooksSource.EmbeddedFile(home.resolve("copy"), KEY),
                        CLOCK,
                        new PlainSealing())) {
            int rows = restored.read(sql -> sql.fetchCount(JOURNAL));
            assertThat(rows).isEqualTo(5);
        }
    }

    @Test
    void theFileDoesNotShowWhatItHolds() throws Exception {
        books.write(
                CLERK, tx -> tx.journal("note.written", "note:1", Map.of("t", "VERYVISIBLEWORD")));
        books.close();
        for (var file : Files.list(home).toList()) {
            assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                    .doesNotContain("VERYVISIBLEWORD")
                    .doesNotContain("note.written");
        }
        open();
    }
}
