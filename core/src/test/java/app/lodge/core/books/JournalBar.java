package app.lodge.core.books;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Bars a PostgreSQL's journal, which nearly every step writes last but its answer, and throws out whoever
/// waits for it: the database goes away in the middle, when half of the rows are written.
public final class JournalBar implements AutoCloseable {

    private final Connection bar;
    private final Connection watch;
    private final AtomicBoolean down = new AtomicBoolean();

    public JournalBar(BooksSource.PostgreSql database) throws SQLException {
        bar = DriverManager.getConnection(database.url(), database.user(), "");
        bar.setAutoCommit(false);
        watch = DriverManager.getConnection(database.url(), database.user(), "");
    }

    public void lower() {
        try (var statement = bar.createStatement()) {
            statement.execute("lock table journal in share mode");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        down.set(true);
        Thread.ofPlatform().start(this::endWhoWaits);
    }

    private void endWhoWaits() {
        try (var statement = watch.createStatement()) {
            while (down.get()) {
                statement
                        .executeQuery(
                                "select pg_terminate_backend(pid) from pg_locks"
                                        + " where not granted and relation = 'journal'::regclass")
                        .close();
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isDown() {
        return down.get();
    }

    public void lift() {
        down.set(false);
        try {
            bar.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        bar.close();
        watch.close();
    }
}
