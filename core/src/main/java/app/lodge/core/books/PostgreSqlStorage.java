package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGConnectionPoolDataSource;

/// PostgreSQL, with an advisory lock that lets one bridge at a time be the writer.
final class PostgreSqlStorage implements Storage {

    /// `lodge` in ASCII: the advisory lock of the one posting writer.
    private static final long WRITER_LOCK = 0x6C6F646765L;

    private static final int CONNECTIONS = 16;

    private final JdbcConnectionPool pool;

    PostgreSqlStorage(BooksSource.PostgreSql source) {
        var server = new PGConnectionPoolDataSource();
        server.setUrl(source.url());
        server.setUser(source.user());
        server.setPassword(source.password());
        server.setReWriteBatchedInserts(true);
        server.setConnectTimeout(10);
        server.setTcpKeepAlive(true);
        pool = JdbcConnectionPool.create(server);
        pool.setMaxConnections(CONNECTIONS);
    }

    @Override
    public void migrate() {
        Migrations.run(pool, Migrations.POSTGRESQL);
    }

    @Override
    public Connection openForWriting() throws SQLException {
        var connection = pool.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '10s'");
            statement.execute("set synchronous_commit = on");
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
