package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/// PostgreSQL, with an advisory lock that lets one bridge at a time be the writer.
final class PostgreSqlStorage implements Storage {

    /// `lodge` in ASCII: the advisory lock of the one posting writer.
    static final long WRITER_LOCK = 0x6C6F646765L;

    private static final int CONNECTIONS = 16;

    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private final JdbcConnectionPool pool;

    PostgreSqlStorage(BooksSource.PostgreSql source) {
        var pooled = new PGConnectionPoolDataSource();
        configure(server, source);
        configure(pooled, source);
        pool = JdbcConnectionPool.create(pooled);
        pool.setMaxConnections(CONNECTIONS);
    }

    private static void configure(BaseDataSource server, BooksSource.PostgreSql source) {
        server.setUrl(source.url());
        server.setUser(source.user());
        server.setPassword(source.password());
        server.setReWriteBatchedInserts(true);
        server.setConnectTimeout(10);
        server.setTcpKeepAlive(true);
    }

    @Override
    public void migrate() {
        Migrations.run(pool, Migrations.POSTGRESQL);
    }

    @Override
    public Connection openForWriting() throws SQLException {
        // Not from the pool: the advisory lock belongs to the connection, and must go when it is
        // closed.
        var connection = server.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '10s'");
            statement.execute("set synchronous_commit = on");
            // The server notices within some seconds that this machine is gone, and gives the lock
            // up.
            statement.execute("set tcp_keepalives_idle = 3");
            statement.execute("set tcp_keepalives_interval = 1");
            statement.execute("set tcp_keepalives_count = 3");
            try (var rows =
                    statement.executeQuery("select pg_try_advisory_lock(" + WRITER_LOCK + ")")) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    throw new SQLException("Another bridge is the writer of this database");
                }
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection openForReading() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public int snapshotLevel() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public DSLContext dsl(Connection connection) {
        return Migrations.dsl(connection, SQLDialect.POSTGRES);
    }

    @Override
    public void force(Connection writing) {
        // synchronous_commit=on: commit returned, so it is on the disk.
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
