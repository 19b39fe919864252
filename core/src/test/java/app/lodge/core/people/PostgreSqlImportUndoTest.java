package app.lodge.core.people;

import app.lodge.core.books.BooksSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The same promises on a real PostgreSQL.
final class PostgreSqlImportUndoTest extends ImportUndoContract {

    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    BooksSource source() {
        var name = "undo" + ++databases;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new BooksSource.PostgreSql(server.getJdbcUrl("postgres", name), "postgres", "");
    }
}
