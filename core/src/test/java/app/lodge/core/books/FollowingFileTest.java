package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ID-15: once the file has followed a log, it holds everything up to the log's end by itself, however much that is,
/// because the log's file is then written over.
@Tag("ID-15")
class FollowingFileTest {

    private static final String KEY = "ab".repeat(32);
    private static final int ROWS = 40_000;

    @TempDir Path home;

    @Test
    void whatWasCommittedBeforeTheLogsEndIsInTheFileItself() throws Exception {
        var storage = new EmbeddedStorage(new BooksSource.EmbeddedFile(home.resolve("books"), KEY));
        storage.migrate();
        try (var connection = storage.openForWriting()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create table much (id bigint primary key, said varchar(200))");
                connection.commit();
                storage.force(connection);
                statement.execute(
                        "insert into much select n, repeat('said ', 30) || n from system_range(1, %d) t(n)"
                                .formatted(ROWS));
            }
            connection.commit();
            var ahead = Objects.requireNonNull(storage.ahead());
            ahead.startAnew();
            connection.commit();
            ahead.turn(connection);
            fill(connection); // the next log's; it may be there or not
            ahead.follow();
            var copy = home.resolve("copy");
            Files.copy(home.resolve("books.mv.db"), Path.of(copy + ".mv.db"));
            assertThat(rowsOf(copy)).isBetween(ROWS, ROWS + 1);
        } finally {
            storage.close();
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into much values (0, 'after')");
        }
        connection.commit();
    }

    private static int rowsOf(Path books) throws Exception {
        var storage = new EmbeddedStorage(new BooksSource.EmbeddedFile(books, KEY));
        storage.migrate();
        try (var connection = storage.openForReading();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from much")) {
            rows.next();
            return rows.getInt(1);
        } finally {
            storage.close();
        }
    }
}
