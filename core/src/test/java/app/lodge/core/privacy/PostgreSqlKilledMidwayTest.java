package app.lodge.core.privacy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;

/// The same on PostgreSQL: the process dies, the server stays and undoes what had not been committed. Each
/// death has a copy of the prepared database. What its pages and its log hold of an erased person is looked for
/// by {@link PostgreSqlDeletedIsDeletedTest}.
final class PostgreSqlKilledMidwayTest extends KilledMidwayContract {

    private static final String PREPARED = "prepared";

    private EmbeddedPostgres server;
    private int copies;

    @Override
    String prepared(Path folder) throws Exception {
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .start();
        return made(PREPARED, "");
    }

    @Override
    String copied() throws Exception {
        return made("copy" + ++copies, " template " + PREPARED);
    }

    /// One will do: the vault's files are the same whatever keeps the books. All, for hours.
    @Override
    int relicsTried() {
        return Integer.getInteger("lodge.torture.minutes", 0) > 0 ? Integer.MAX_VALUE : 1;
    }

    private String made(String database, String after) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database + after);
        }
        return "books.url="
                + server.getJdbcUrl("postgres", database).replaceFirst("\\?.*", "")
                + "\nbooks.user=postgres\n";
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }
}
