package app.lodge.core.books;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fills the books of a small site with payments of a year, straight into the tables: for measuring how
/// long books are read, not for posting on. One payment has its posting, two entries, its journal row and
/// its part of the day's total.
public final class LongHistory {

    private static final int AT_ONCE = 50_000;
    private static final long SECONDS_OF_A_YEAR = 365L * 24 * 3600;

    /// Of a posting: what makes H2 keep an index.
    private static final Map<String, String> CONSTRAINTS =
            new TreeMap<>(
                    Map.of(
                            "posting_reversed",
                            "foreign key (reverses_id) references ledger_posting (id)",
                            "posting_reverses",
                            "unique (reverses_id)",
                            "posting_hold",
                            "unique (hold_id)",
                            "posting_key",
                            "unique (origin, origin_key)"));

    private final Connection connection;
    private final boolean h2;
    private final Storage storage;

    private LongHistory(BooksSource source) throws SQLException {
        h2 = !(source instanceof BooksSource.PostgreSql);
        storage =
                switch (source) {
                    // Nothing to lose yet: without the double-write layer.
                    case BooksSource.EmbeddedFile file -> new EmbeddedStorage(file, "file", 0);
                    case BooksSource.InMemory memory -> new MemoryStorage(memory);
                    case BooksSource.PostgreSql server -> new PostgreSqlStorage(server);
                };
        connection =
                source instanceof BooksSource.PostgreSql server
                        ? DriverManager.getConnection(
                                server.url(), server.user(), server.password())
                        : storage.openForWriting();
        connection.setAutoCommit(false);
    }

    /// @param people accounts 1 to `people`, revenue accounts after them, one for each of `devices`
    public static void fill(BooksSource source, long rows, int people, int devices)
            throws SQLException {
        new LongHistory(source).fill(rows, people, devices);
    }

    private void fill(long rows, int people, int devices) throws SQLException {
        try (connection;
                storage) {
            execute(
                    h2
                            ? "set referential_integrity false"
                            : "set session_replication_role = replica");
            execute(
                    "insert into ledger_account (id, kind, currency, checked, label, opened_at)"
                            + " select %d + x, 'REVENUE', 'EUR', false, 'point ' || x, timestamp '2025-11-22 00:00:00' from %s"
                                    .formatted(people, series(1, devices)));
            var indexes = h2 ? dropIndexes() : List.<String>of();
            for (var first = 1L; first <= rows; first += AT_ONCE) {
                some(first, Math.min(rows, first + AT_ONCE - 1), rows, people, devices);
                connection.commit();
            }
            for (var index : indexes) {
                execute(index);
            }
            execute(
                    """
                    insert into ledger_rollup (business_date, device_id, kind, currency, postings, amount, tax)
                    select business_date, device_id, kind, 'EUR', count(*), -count(*), 0
                    from ledger_posting group by business_date, device_id, kind\
                    """);
            connection.commit();
            execute(
                    h2
                            ? "set referential_integrity true"
                            : "set session_replication_role = origin");
            execute(h2 ? "analyze" : "analyze ledger_posting");
            connection.commit();
            if (!h2) {
                execute("analyze ledger_entry");
                execute("analyze journal");
                connection.commit();
            }
            storage.force(connection);
        }
    }

    /// H2 sorts an index far sooner than it inserts into one.
    ///
    /// @return what makes them again
    private List<String> dropIndexes() throws SQLException {
        execute("set cache_size 1000000");
        var indexes = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "script nodata nopasswords nosettings table ledger_posting, ledger_entry, journal")) {
            while (rows.next()) {
                var line = rows.getString(1).replaceAll("\\s+", " ");
                if (line.startsWith("CREATE INDEX")) {
                    indexes.add(line);
                }
            }
        }
        for (var index : indexes) {
            execute("drop index " + index.split(" ")[2]);
        }
        for (var each : CONSTRAINTS.entrySet()) {
            execute("alter table ledger_posting drop constraint " + each.getKey());
            indexes.addFirst(
                    "alter table ledger_posting add constraint %s %s"
                            .formatted(each.getKey(), each.getValue()));
        }
        return indexes;
    }

    private void some(long first, long last, long rows, int people, int devices)
            throws SQLException {
        var all = series(first, last);
        var at = at("x * %d / %d".formatted(SECONDS_OF_A_YEAR, rows));
        var hash =
                h2
                        ? "x'%s'".formatted("00".repeat(32))
                        : "'\\x%s'::bytea".formatted("00".repeat(32));
        var device = "1 + mod(x, %d)".formatted(devices);
        var person = "1 + mod(x * 7919, %d)".formatted(people);
        execute(
                """
                insert into ledger_posting (id, kind, origin, origin_key, request_hash, occurred_at, booked_at,
                    business_date, device_id, late, forced)
                select x, 'PAYMENT', 'device:' || (%s), cast(x as varchar(20)), %s, %s, %s, cast(%s as date), %s, false, false
                from %s\
                """
                        .formatted(device, hash, at, at, at, device, all));
        execute(
                """
                insert into ledger_entry (posting_id, leg, account_id, currency, amount, balance_after)
                select x, leg, case leg when 1 then %s else %d + %s end, 'EUR', case leg when 1 then -1 else 1 end,
                    case leg when 1 then 0 end
                from %s cross join (values (1), (2)) as l (leg) order by x, leg\
                """
                        .formatted(person, people, device, all));
        execute(
                """
                insert into journal (id, at, kind, operator_id, actor, workstation, subject, content, hash)
                select 1000000 + x, %s, case mod(x, 1000) when 0 then 'person.changed' when 500 then 'media.blocked'
                        else case mod(x, 3) when 0 then 'hold.reserved' else 'posting.booked' end end,
                    0, 'point', 'point', 'medium:' || (%s), '{"posting":' || x || ',"entries":[]}%s', %s
                from %s\
                """
                        .formatted(at, person, " ".repeat(280), hash, all));
    }

    private String series(long first, long last) {
        return h2
                ? "(select \"X\" as x from system_range(%d, %d)) s".formatted(first, last)
                : "generate_series(%d::bigint, %d::bigint) as s(x)".formatted(first, last);
    }

    private String at(String seconds) {
        return h2
                ? "dateadd('SECOND', %s, timestamp '2025-11-22 00:00:00')".formatted(seconds)
                : "timestamp '2025-11-22 00:00:00' + (%s) * interval '1 second'".formatted(seconds);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
