package app.lodge.core.books;

import static app.lodge.core.books.tables.Tables.JOURNAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void theFileDoesNotShowWhatItHolds() throws Exception {
        books.write(
                CLERK, tx -> tx.journal("note.written", "note:1", Map.of("t", "VERYVISIBLEWORD")));
        books.close();
        for (var file : Files.list(home).toList()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("VERYVISIBLEWORD")
                    .doesNotContain("note.written");
        }
        open();
    }
}
