package app.lodge.core.books;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;

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

    /// Returns once everything that the write connection committed is on the disk.
    void force(Connection writing) throws SQLException;

    @Override
    void close();
}
