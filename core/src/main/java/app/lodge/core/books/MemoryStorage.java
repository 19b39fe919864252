package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// H2 in memory, gone with the process.
final class MemoryStorage implements Storage {

    private final JdbcConnectionPool pool;

    MemoryStorage(BooksSource.InMemory source) {
        pool =
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:"
                                + source.name()
                                + ";DB_CLOSE_DELAY=-1;"
                                + EmbeddedStorage.DIALECT
                                + ";OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=10000",
                        "lodge",
                        "");
        pool.setMaxConnections(8);
    }

    @Override
    public void migrate() {
        Migrations.run(pool, Migrations.H2);
    }

    @Override
    public Connection openForWriting() throws SQLException {
        var connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection openForReading() throws SQLException {
        return pool.getConnection();
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
    public void force(Connection writing) {
        // Memory has no disk.
    }

    @Override
    public void close() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            // The database went with its last connection.
        }
        pool.dispose();
    }
}
