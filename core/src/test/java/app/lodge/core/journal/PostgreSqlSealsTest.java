package app.lodge.core.journal;

import app.lodge.core.books.BooksSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The same promises on a real PostgreSQL.
final class PostgreSqlSealsTest extends SealsContract {

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
        var name = "site" + ++databases;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return new BooksSource.PostgreSql(server.getJdbcUrl("postgres", name), "postgres", "");
    }

    @Override
    String unguarded(String table) {
        return "alter table %s disable trigger %s_append_only"
                .formatted(table, table.replace("journal_seal", "seal"));
    }
}
