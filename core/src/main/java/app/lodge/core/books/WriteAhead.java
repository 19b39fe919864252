package app.lodge.core.books;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The write-ahead log of the embedded database: makes a group durable by its rows, with one small flush,
/// where the database would write all pages that they touch. What the log holds is in the database's memory,
/// for whoever reads; the database's file gets it later, all at once, and after a crash at the next opening.
///
/// The database says in the table `write_ahead` how many groups of which log it holds, in the transaction of
/// each group. So it does not matter at which of them its file stands: those after it are told once more.
final class WriteAhead {

    private static final Logger LOG = LoggerFactory.getLogger(WriteAhead.class);

    /// Rewritten into the database's file when the log is longer, in bytes.
    private static final long LONG = 16L << 20;

    private final AheadFile file;
    private final SecureRandom random = new SecureRandom();
    private long next;

    /// @param password of the books
    WriteAhead(FileChannel channel, String password) {
        file = new AheadFile(channel, password);
    }

    /// Whether the database's file is behind.
    boolean holds() {
        return file.groups() > 0;
    }

    boolean isLong() {
        return file.size() > LONG;
    }

    /// Tells the database what its file lacks, within a transaction of the caller's.
    ///
    /// @return how many groups that were
    static long recover(Connection connection, AheadFile file) throws SQLException, IOException {
        long log;
        long written;
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select log, written from write_ahead where id = 1")) {
            if (!row.next()) {
                throw new SQLException("The books do not say how much of the log they hold");
            }
            log = row.getLong(1);
            written = row.getLong(2);
        }
        var groups = file.read(log);
        for (var group : groups.subList((int) Math.min(written, groups.size()), groups.size())) {
            for (var told : group) {
                tell(connection, told.sql(), told.rows());
            }
        }
        return Math.max(0, groups.size() - written);
    }

    /// Brings a connection that has just been opened to where the log ends, and starts a new log.
    ///
    /// @param force makes what is committed durable in the database's file
    void open(Connection connection, Forcing force) throws SQLException {
        try {
            if (!exists(connection)) {
                return;
            }
            var lacking = recover(connection, file);
            if (lacking > 0) {
                LOG.info("{} groups of the write-ahead log are told to the books", lacking);
            }
            startAnew(connection);
            connection.commit();
            force.force(connection);
            begin();
        } catch (IOException e) {
            throw new SQLException("The write-ahead log cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "write_ahead", null)) {
            return tables.next();
        }
    }

    /// Counts the group that is being written, in its transaction.
    void count(Connection connection) throws SQLException {
        update(connection, "update write_ahead set written = ? where id = 1", file.groups() + 1);
    }

    /// Returns once the group is on the disk.
    void append(List<Told> group) throws IOException {
        file.append(group);
    }

    /// In the transaction after which the database's file holds everything: a log's number comes once, so
    /// that nothing of the old one passes for the new one's.
    void startAnew(Connection connection) throws SQLException {
        next = random.nextLong();
        update(connection, "update write_ahead set written = 0, log = ? where id = 1", next);
    }

    /// The database's file holds everything.
    void begin() {
        file.begin(next);
    }

    void close() {
        try {
            file.close(!holds());
        } catch (IOException e) {
            LOG.warn("The write-ahead log could not be closed", e);
        }
    }

    private static void update(Connection connection, String sql, long value) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            if (statement.executeUpdate() != 1) {
                throw new SQLException("The books do not say how much of the log they hold");
            }
        }
    }

    private static void tell(Connection connection, String sql, Collection<@Nullable Object[]> rows)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                for (var i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// Makes what is committed durable.
    @FunctionalInterface
    interface Forcing {
        void force(Connection connection) throws SQLException;
    }
}
