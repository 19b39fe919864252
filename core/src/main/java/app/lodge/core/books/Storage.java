package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The database under the books: what differs between H2 and PostgreSQL, and what tests make fail.
interface Storage extends AutoCloseable {

    /// Creates or updates the schema.
    void migrate();

    /// The one write connection, without auto-commit.
    ///
    /// @throws SQLException if another bridge is the writer, or the database is gone
    Connection openForWriting() throws SQLException;

    /// One of a few connections that only read.
    Connection openForReading() throws SQLException;

    /// The isolation level in which a transaction sees one moment throughout.
    int snapshotLevel();

    DSLContext dsl(Connection connection);

    /// Whether each statement has a way to go to a server.
    boolean remote();

    /// The same for the write connection: what waits is written before anything is asked or changed.
    default DSLContext dsl(Connection writing, Statements statements) {
        var sql = dsl(writing);
        return DSL.using(sql.configuration().derive(new Preceding(statements)));
    }

    /// What makes a group durable sooner than {@link #force}; null where nothing does.
    default @Nullable WriteAhead ahead() {
        return null;
    }

    /// Returns once everything that the write connection committed is on the disk.
    void force(Connection writing) throws SQLException;

    @Override
    void close();
}
