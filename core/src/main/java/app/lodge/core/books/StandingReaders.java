package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jooq.exception.DataAccessException;

/// Answers each {@link Question} on connections that keep its statement prepared. For what each message of the field asks: writing and parsing the same statement
/// costs several times what finding its one row does.
///
/// A few connections at most, opened as they are needed. One that fails is closed, and the question is
/// asked once more on a new one: it may have died with the database while nobody asked.
final class StandingReaders implements Committed, AutoCloseable {

    private static final int MOST = 4;

    private final Storage storage;
    private final Semaphore free = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    StandingReaders(Storage storage) {
        this.storage = storage;
    }

    @Override
    public <T> Optional<T> find(Question<T> question, Object... keys) {
        return all(question, keys).stream().findFirst();
    }

    /// @throws BooksUnavailable if the database is gone, or does not understand the question
    @Override
    public <T> List<T> all(Question<T> question, Object... keys) {
        free.acquireUninterruptibly();
        try {
            var reader = idle.pollFirst();
            if (reader != null) {
                try {
                    return ask(reader, question, keys);
                } catch (DataAccessException e) {
                    // Asked again below.
                }
            }
            return ask(open(), question, keys);
        } catch (SQLException | DataAccessException e) {
            throw new BooksUnavailable("The books could not be read: " + e.getMessage(), e);
        } finally {
            free.release();
        }
    }

    private Reader open() throws SQLException {
        return new Reader(storage.openForReading());
    }

    private <T> List<T> ask(Reader reader, Question<T> question, Object[] keys) {
        var well = false;
        try {
            var answer = reader.statements.list(question.sql(), question.row(), keys);
            well = true;
            return answer;
        } finally {
            if (well && !closed) {
                idle.addFirst(reader);
            } else {
                reader.close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
            reader.close();
        }
    }

    private static final class Reader implements AutoCloseable {

        private final Connection connection;
        private final Statements statements;

        Reader(Connection connection) {
            this.connection = connection;
            this.statements = new Statements(connection, false);
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is not used again.
            }
        }
    }
}
