package app.lodge.core.books;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// The books on H2 as it comes: its default write delay, no layer beneath, no force. Loses answered
/// writes when killed, which shows that the kill test can fail.
public final class CarelessBooks {

    private CarelessBooks() {}

    public static Books open(Path file, InstantSource clock, Sealing sealing) {
        return Books.open(new Careless(file), clock, sealing);
    }

    private static final class Careless implements Storage {
        private final String url;
        private final JdbcConnectionPool pool;

        Careless(Path file) {
            url = "jdbc:h2:file:" + file.toAbsolutePath() + ";" + EmbeddedStorage.DIALECT;
            pool = JdbcConnectionPool.create(url, "lodge", "x");
        }

        @Override
        public void migrate() {
            Migrations.run(pool, Migrations.H2);
        }

        @Override
        public Connection openForWriting() throws SQLException {
            var connection = DriverManager.getConnection(url, "lodge", "x");
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
            // Not here.
        }

        @Override
        public void close() {
            pool.dispose();
        }
    }
}
