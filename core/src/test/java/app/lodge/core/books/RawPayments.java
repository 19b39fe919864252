package app.lodge.core.books;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicLong;

/// What a programmer would write without Lodge: JDBC on Lodge's own tables, the same six row changes that a
/// payment makes (posting, two entries, balance, day's total, journal), one commit for each, as durable.
/// The unit of the benchmark.
public final class RawPayments implements AutoCloseable {

    /// As much as Lodge writes into its journal about a payment.
    private static final String CONTENT = " ".repeat(330);

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 22, 8, 0);

    private final Storage storage;
    private final BooksSource source;
    private final AtomicLong posting;
    private final AtomicLong row;

    /// @param source of a site that nobody else has open; it is of no other use afterwards
    public RawPayments(BooksSource source) throws SQLException {
        this.source = source;
        storage =
                switch (source) {
                    case BooksSource.EmbeddedFile file -> new EmbeddedStorage(file);
                    case BooksSource.InMemory memory -> new MemoryStorage(memory);
                    case BooksSource.PostgreSql server -> new PostgreSqlStorage(server);
                };
        try (var connection = storage.openForReading()) {
            posting = new AtomicLong(highest(connection, "ledger_posting"));
            row = new AtomicLong(highest(connection, "journal"));
        }
    }

    private static long highest(Connection connection, String table) throws SQLException {
        try (var rows =
                connection
                        .createStatement()
                        .executeQuery("select coalesce(max(id), 0) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// One caller with a connection of its own. The embedded database has one that writes.
    ///
    /// @param device whose total the payment goes to
    public Caller caller(long device) throws SQLException {
        return new Caller(device);
    }

    @Override
    public void close() {
        storage.close();
    }

    /// Pays, one commit at a time.
    public final class Caller implements AutoCloseable {

        private final long device;
        private final Connection connection;
        private final PreparedStatement insertPosting;
        private final PreparedStatement insertEntries;
        private final PreparedStatement balance;
        private final PreparedStatement total;
        private final PreparedStatement journal;

        private Caller(long device) throws SQLException {
            this.device = device;
            connection =
                    source instanceof BooksSource.PostgreSql server
                            ? DriverManager.getConnection(
                                    server.url(), server.user(), server.password())
                            : storage.openForWriting();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (source instanceof BooksSource.PostgreSql) {
                    statement.execute("set synchronous_commit = on");
                }
                statement.execute(
                        "insert into ledger_rollup values (date '2026-11-22', %d, 'PAYMENT', 'EUR', 0, 0, 0)"
                                .formatted(1_000 + device));
            }
            connection.commit();
            insertPosting =
                    connection.prepareStatement(
                            "insert into ledger_posting (id, kind, origin, origin_key, request_hash, occurred_at, booked_at,"
                                    + " business_date, device_id, late, forced)"
                                    + " values (?, 'PAYMENT', 'raw', ?, ?, ?, ?, ?, ?, false, false)");
            insertEntries =
                    connection.prepareStatement(
                            "insert into ledger_entry (posting_id, leg, account_id, currency, amount, balance_after)"
                                    + " values (?, 1, ?, 'EUR', -1, 0), (?, 2, ?, 'EUR', 1, 0)");
            balance =
                    connection.prepareStatement(
                            "update ledger_balance set posted = posted - 1, forced_below = forced_below + 1,"
                                    + " version = version + 1 where account_id = ?");
            total =
                    connection.prepareStatement(
                            "update ledger_rollup set postings = postings + 1, amount = amount - 1"
                                    + " where business_date = ? and device_id = ? and kind = 'PAYMENT' and currency = 'EUR'");
            journal =
                    connection.prepareStatement(
                            "insert into journal (id, at, kind, operator_id, actor, workstation, subject, content, hash)"
                                    + " values (?, ?, 'posting.booked', 0, 'point', 'point', ?, ?, ?)");
        }

        /// @param account a person's
        public void pay(long account) throws SQLException {
            var number = posting.incrementAndGet();
            insertPosting.setLong(1, number);
            insertPosting.setString(2, Long.toString(number));
            insertPosting.setBytes(3, new byte[32]);
            insertPosting.setObject(4, AT);
            insertPosting.setObject(5, AT);
            insertPosting.setObject(6, LocalDate.of(2026, 11, 22));
            insertPosting.setLong(7, device);
            insertPosting.executeUpdate();
            insertEntries.setLong(1, number);
            insertEntries.setLong(2, account);
            insertEntries.setLong(3, number);
            insertEntries.setLong(4, account);
            insertEntries.executeUpdate();
            balance.setLong(1, account);
            balance.executeUpdate();
            total.setObject(1, LocalDate.of(2026, 11, 22));
            total.setLong(2, 1_000 + device);
            total.executeUpdate();
            var line = row.incrementAndGet();
            journal.setLong(1, line);
            journal.setObject(2, AT);
            journal.setString(3, "account:" + account);
            journal.setString(4, "{\"posting\":" + number + "}" + CONTENT);
            journal.setBytes(5, new byte[32]);
            journal.executeUpdate();
            connection.commit();
            storage.force(connection);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
