package app.lodge.core.privacy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The same on PostgreSQL, whose pages and write-ahead log lie open.
final class PostgreSqlDeletedIsDeletedTest extends DeletedIsDeletedContract {

    private EmbeddedPostgres server;
    private Path data;

    @BeforeEach
    void start() throws Exception {
        data = folder.resolve("postgres");
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Override
    String properties() throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database lodge");
        }
        return "books.url="
                + server.getJdbcUrl("postgres", "lodge").replaceFirst("\\?.*", "")
                + "\nbooks.user=postgres\n";
    }

    @Override
    List<Path> databaseFolders() {
        return List.of(data, data.resolve("pg_wal"));
    }
}
