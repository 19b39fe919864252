package app.lodge.core.books;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One PostgreSQL for all tests of a run, each with a database of its own: a static field with
/// `@RegisterExtension`.
public final class PostgreSqlServer implements BeforeAllCallback {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private EmbeddedPostgres server;

    private record Running(EmbeddedPostgres postgres) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server =
                context.getRoot()
                        .getStore(Namespace.create(PostgreSqlServer.class))
                        .computeIfAbsent("server", _ -> started(), Running.class)
                        .postgres();
    }

    private static Running started() {
        try {
            return new Running(EmbeddedPostgres.builder().start());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be started", e);
        }
    }

    /// An empty database that nobody else has.
    public BooksSource.PostgreSql database() {
        var name = "lodge" + DATABASES.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new BooksSource.PostgreSql(server.getJdbcUrl("postgres", name), "postgres", "");
    }
}
