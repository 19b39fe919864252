package app.lodge.core.books;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of several bridges on one PostgreSQL, one writes and the others wait for their turn (ID-49).
///
/// The turn is the advisory lock of {@link PostgreSqlStorage}: it belongs to the very connection that commits,
/// so a bridge that has lost it cannot commit, whatever it believes. The server gives it up when the process
/// ends, or when its machine has been silent for some seconds.
public final class WriterTurn {

    private static final Logger LOG = LoggerFactory.getLogger(WriterTurn.class);
    private static final long PAUSE_MILLIS = 500;

    private WriterTurn() {}

    /// Returns when nobody writes; at once for books that are not on a server.
    public static void await(BooksSource source) throws InterruptedException {
        if (!(source instanceof BooksSource.PostgreSql server)) {
            return;
        }
        var said = false;
        while (!free(server)) {
            if (!said) {
                LOG.info("Another bridge has the books; this one stands by");
                said = true;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean free(BooksSource.PostgreSql source) {
        var server = new PGSimpleDataSource();
        server.setUrl(source.url());
        server.setUser(source.user());
        server.setPassword(source.password());
        server.setConnectTimeout(10);
        try (var connection = server.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select pg_try_advisory_lock("
                                        + PostgreSqlStorage.WRITER_LOCK
                                        + ")")) {
            // Closing the connection gives it back; whoever opens the books first has it.
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
