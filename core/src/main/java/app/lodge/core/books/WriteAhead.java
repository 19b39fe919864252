package app.lodge.core.books;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The write-ahead log of the embedded database: makes a group durable by its rows, with one small flush,
/// where the database would write all pages that they touch. What the log holds is in the database's memory,
/// for whoever reads; the database's file gets it later, all at once, and after a crash at the next opening.
///
/// The database says in the table `write_ahead` how many groups of which log it holds, in the transaction of
/// each group. So it does not matter at which of them its file stands: those after it are told once more.
///
/// There are two files. When the log has become long, it ends with the row that names the next one, which
/// goes on in the other file; meanwhile the database's file follows the first, and nobody waits for it. Whoever
/// tells the groups of the one after a crash comes to the row, and by it to the other.
final class WriteAhead {

    private static final Logger LOG = LoggerFactory.getLogger(WriteAhead.class);

    private static final String COUNT = "update write_ahead set written = ? where id = 1";
    private static final String NEXT = "update write_ahead set written = 0, log = ? where id = 1";

    private final Beneath beneath;
    private final long most;
    private final SecureRandom random = new SecureRandom();
    private AheadFile file;
    private AheadFile other;
    private @Nullable Prepared prepared;
    private long next;

    private boolean following;

    /// @param files two
    /// @param password of the books
    /// @param most bytes of a log, about, before the next one begins
    WriteAhead(List<FileChannel> files, String password, Beneath beneath, long most) {
        this.file = new AheadFile(files.get(0), password);
        this.other = new AheadFile(files.get(1), password);
        this.beneath = beneath;
        this.most = most;
    }

    /// Whether the database's file may be behind.
    boolean holds() {
        return file.groups() > 0 || following;
    }

    /// Whether there are groups that the database's file has not begun to follow.
    boolean hasGroups() {
        return file.groups() > 0;
    }

    boolean isLong() {
        return file.size() > most;
    }

    /// Tells the database what its file lacks, within a transaction of the caller's.
    ///
    /// @return how many groups that were
    private long recover(Connection connection) throws SQLException, IOException {
        var told = 0L;
        var logs = new HashSet<Long>();
        for (var at = Stand.in(connection); logs.add(at.log); at = Stand.in(connection)) {
            var groups = groups(at.log);
            for (var group :
                    groups.subList((int) Math.min(at.written, groups.size()), groups.size())) {
                for (var rows : group) {
                    tell(connection, rows.sql(), rows.rows());
                }
                told++;
            }
        }
        return told;
    }

    private List<List<Told>> groups(long log) throws IOException {
        var groups = file.read(log);
        return groups.isEmpty() ? other.read(log) : groups;
    }

    /// How much the database holds.
    private record Stand(long log, long written) {
        static Stand in(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row =
                            statement.executeQuery(
                                    "select log, written from write_ahead where id = 1")) {
                if (!row.next()) {
                    throw new SQLException("The books do not say how much of the log they hold");
                }
                return new Stand(row.getLong(1), row.getLong(2));
            }
        }
    }

    /// Brings a connection that has just been opened to where the log ends, and starts a new log.
    void open(Connection connection) throws SQLException {
        try {
            if (!exists(connection)) {
                return;
            }
            prepared = new Prepared(connection);
            var lacking = recover(connection);
            if (lacking > 0) {
                LOG.info("{} groups of the write-ahead log are told to the books", lacking);
            }
            startAnew();
            connection.commit();
            beneath.force(connection);
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
    void count() throws SQLException {
        update(COUNT, file.groups() + 1);
    }

    /// Returns once the group is on the disk.
    void append(List<Told> group) throws IOException {
        file.append(group);
    }

    /// In the transaction after which the database's file holds everything, or the log ends: a log's number
    /// comes once, so that nothing of the old one passes for the new one's.
    void startAnew() throws SQLException {
        next = random.nextLong();
        update(NEXT, next);
    }

    /// The database's file holds everything.
    void begin() {
        file.begin(next);
        following = false;
    }

    /// Ends the log and goes on in the other file, after {@link #startAnew} was committed.
    void turn(Connection connection) throws SQLException, IOException {
        file.append(List.of(new Told(NEXT, List.<@Nullable Object[]>of(new Object[] {next}))));
        beneath.begin(connection);
        var ended = file;
        file = other;
        other = ended;
        file.begin(next);
        following = true;
    }

    /// Returns once the database's file holds everything up to the last {@link #turn}.
    void follow() throws IOException {
        beneath.settle();
    }

    void close() {
        try {
            file.close(!holds());
            other.close(!holds());
        } catch (IOException e) {
            LOG.warn("The write-ahead log could not be closed", e);
        }
    }

    private void update(String sql, long value) throws SQLException {
        if (Objects.requireNonNull(prepared).bound(sql, new Object[] {value}).executeUpdate()
                != 1) {
            throw new SQLException("The books do not say how much of the log they hold");
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

    /// The database's file.
    interface Beneath {

        /// Makes what is committed durable.
        void force(Connection connection) throws SQLException;

        /// Begins to write what is committed, and returns at once.
        void begin(Connection connection) throws SQLException;

        /// Makes durable what was committed before {@link #begin}; beside everything else.
        void settle() throws IOException;
    }
}
