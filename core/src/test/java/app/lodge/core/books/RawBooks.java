package app.lodge.core.books;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// What a programmer would write without Lodge: JDBC on the same encrypted file and the same double-write
/// layer, one transaction and one force for each payment, five row changes. The unit of the benchmark.
public final class RawBooks implements AutoCloseable {

    /// As much as Lodge writes into its journal about a hold.
    private static final String CONTENT = " ".repeat(250);

    private final EmbeddedStorage storage;
    private final Connection connection;
    private final PreparedStatement posting;
    private final PreparedStatement entry;
    private final PreparedStatement balance;
    private final PreparedStatement journal;

    public RawBooks(Path file, String key) throws SQLException {
        storage = new EmbeddedStorage(new BooksSource.EmbeddedFile(file, key));
        connection = storage.openForWriting();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create table posting(id bigint primary key, kind varchar(24), at timestamp(6))");
            statement.execute(
                    "create table entry(posting bigint, leg smallint, account bigint, amount bigint, primary key(posting, leg))");
            statement.execute("create table balance(id bigint primary key, posted bigint)");
            statement.execute(
                    "create table journal(id bigint primary key, content varchar(4000), hash varbinary(32))");
            statement.execute("insert into balance values(1, 0)");
        }
        connection.commit();
        posting = connection.prepareStatement("insert into posting values(?, 'P', localtimestamp)");
        entry = connection.prepareStatement("insert into entry values(?, ?, ?, ?)");
        balance =
                connection.prepareStatement("update balance set posted = posted - 1 where id = 1");
        journal = connection.prepareStatement("insert into journal values(?, ?, ?)");
    }

    public void pay(long number) throws SQLException {
        posting.setLong(1, number);
        posting.executeUpdate();
        for (var leg = 1; leg <= 2; leg++) {
            entry.setLong(1, number);
            entry.setInt(2, leg);
            entry.setLong(3, leg);
            entry.setLong(4, leg == 1 ? -1 : 1);
            entry.executeUpdate();
        }
        balance.executeUpdate();
        journal.setLong(1, number);
        journal.setString(2, "{\"posting\":" + number + "}" + CONTENT);
        journal.setBytes(3, new byte[32]);
        journal.executeUpdate();
        connection.commit();
        storage.force(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        storage.close();
    }
}
