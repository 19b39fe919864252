package app.lodge.core.books;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/// H2 in an encrypted file, over the double-write layer.
///
/// H2 never flushes on commit, and with its default `WRITE_DELAY` a killed process can leave half a
/// transaction, because a thread of its own writes while others go on. So: a write delay that never ends,
/// one writer, and `checkpoint sync` by that writer, which writes what is committed and forces the layer
/// beneath: after each commit, or where a {@link WriteAhead} log has made it durable, after many. Over the layer, old chunks may be reused at once (`RETENTION_TIME=0`), which keeps
/// the file small. H2 2.5.252 opens a killed file one or two commits too early wherever it has reused
/// space (with the default retention: after 45 seconds), so 2.4.240 is pinned, which does not;
/// `EmbeddedBooksTest` and `PowerCutTest` hold that line.
final class EmbeddedStorage implements Storage {

    /// What lets one set of lower-case names fit H2 and PostgreSQL.
    static final String DIALECT =
            "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static final int READERS = 8;

    /// Bytes of a write-ahead log: a second of payments at the most that two processors book.
    private static final long LOG = 4L << 20;

    /// Milliseconds: H2 writes when it is told to, and never of its own accord.
    private static final String NEVER = Integer.toString(Integer.MAX_VALUE);

    private final String file;
    private final String url;
    private final Properties login = new Properties();
    private final JdbcConnectionPool readers;
    private final String password;
    private final long log;
    private @Nullable WriteAhead ahead;

    EmbeddedStorage(BooksSource.EmbeddedFile source) {
        this(source, DoubleWriteFiles.SCHEME, LOG);
        DoubleWriteFiles.register();
    }

    /// @param scheme of a registered file system that is a {@link DoubleWriteFiles}
    /// @param log bytes of a write-ahead log, about, before the next one begins
    EmbeddedStorage(BooksSource.EmbeddedFile source, String scheme, long log) {
        this.log = log;
        password = source.password();
        file = scheme + ":" + source.file().toAbsolutePath();
        url =
                "jdbc:h2:"
                        + file
                        + ";CIPHER=AES;"
                        + DIALECT
                        + ";WRITE_DELAY="
                        + NEVER
                        + ";RETENTION_TIME=0;MAX_COMPACT_TIME=0;FILE_LOCK=NO"
                        + ";OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=128"
                        + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
        login.setProperty("user", "lodge");
        login.setProperty("password", source.password() + " lodge");
        var pool = new JdbcDataSource();
        pool.setURL(url);
        pool.setUser("lodge");
        pool.setPassword(source.password() + " lodge");
        readers = JdbcConnectionPool.create(pool);
        readers.setMaxConnections(READERS);
    }

    @Override
    public void migrate() {
        try (var connection = DriverManager.getConnection(url, login)) {
            connection.setAutoCommit(false);
            encipherFaster(connection);
            openAhead(connection); // before anything changes the tables that it writes to
            Migrations.run(readers, Migrations.H2);
            requireNoBackgroundWriter(connection);
            force(connection);
        } catch (SQLException | IOException e) {
            throw new BooksUnavailable(
                    "The books in %s could not be opened: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public Connection openForWriting() throws SQLException {
        var connection = DriverManager.getConnection(url, login);
        connection.setAutoCommit(false);
        try {
            encipherFaster(connection);
            openAhead(connection);
        } catch (IOException | SQLException e) {
            connection.close();
            throw e instanceof SQLException known ? known : new SQLException(e.getMessage(), e);
        }
        return connection;
    }

    @Override
    public @Nullable WriteAhead ahead() {
        return ahead;
    }

    /// Each time that H2 may have opened the file.
    private void encipherFaster(Connection connection) throws SQLException, IOException {
        var channel = DoubleWriteFiles.channel(file);
        if (channel != null) {
            CipheredChannel.putInto(store(connection), channel, password);
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /// Once the database holds the file's lock.
    private void openAhead(Connection connection) throws SQLException, IOException {
        var known = ahead;
        if (known == null) {
            var channels = DoubleWriteFiles.ahead(file);
            if (channels.isEmpty()) {
                return;
            }
            known = new WriteAhead(channels, password, new File(), log);
            ahead = known;
        }
        known.open(connection);
    }

    /// The database's file, as its log sees it.
    private final class File implements WriteAhead.Beneath {

        private volatile @Nullable MVStore store;

        @Override
        public void force(Connection connection) throws SQLException {
            EmbeddedStorage.this.force(connection);
        }

        /// H2's own threads go on with it; called between two transactions, or half of one would be written.
        @Override
        public void begin(Connection connection) throws SQLException {
            var open = store(connection);
            if (open.tryCommit() < 0) { // it was busy, or there was nothing to write
                try (var statement = connection.createStatement()) {
                    statement.execute("checkpoint");
                }
            }
            store = open;
        }

        /// H2 lets nobody write to its file while that is set apart.
        @Override
        public void settle() throws IOException {
            var failed = new AtomicReference<@Nullable IOException>();
            Objects.requireNonNull(store).executeFilestoreOperation(() -> setApart(failed));
            var failure = failed.get();
            if (failure != null) {
                throw failure;
            }
            channel().settle();
        }

        /// H2 closes its file when this throws; whether it has to stop is for the books to say.
        private void setApart(AtomicReference<@Nullable IOException> failed) {
            try {
                channel().freeze();
            } catch (IOException e) {
                failed.set(e);
            }
        }

        private DoubleWriteChannel channel() throws IOException {
            var channel = DoubleWriteFiles.channel(file);
            if (channel == null) {
                throw new IOException("The books' file is closed");
            }
            return channel;
        }
    }

    @Override
    public Connection openForReading() throws SQLException {
        return readers.getConnection();
    }

    @Override
    public int snapshotLevel() {
        return Constants.TRANSACTION_SNAPSHOT;
    }

    @Override
    public boolean remote() {
        return false;
    }

    @Override
    public DSLContext dsl(Connection connection) {
        return Migrations.dsl(connection, SQLDialect.H2);
    }

    @Override
    public void force(Connection writing) throws SQLException {
        try (var statement = writing.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    @Override
    public void close() {
        var known = ahead;
        if (known != null) {
            known.close();
        }
        readers.dispose();
        try (var connection = DriverManager.getConnection(url, login);
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            // Every commit is on the disk already: an abrupt end loses nothing.
        }
    }

    /// `WRITE_DELAY` lies in the file and any session can change it: refuse to run with another.
    private static void requireNoBackgroundWriter(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            if (!rows.next() || !NEVER.equals(rows.getString(1))) {
                throw new SQLException(
                        "WRITE_DELAY is not " + NEVER + ": the books could be torn by a crash");
            }
        }
    }
}
