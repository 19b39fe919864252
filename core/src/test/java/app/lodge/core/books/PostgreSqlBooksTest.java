package app.lodge.core.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same promises on a real PostgreSQL.
final class PostgreSqlBooksTest extends BooksContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    BooksSource source() {
        return SERVER.database();
    }

    /// Whoever inserts, and however many postings at once.
    @ParameterizedTest
    @CsvSource({
        "'(1, 1, 1, ''EUR'', -5), (1, 2, 2, ''EUR'', 5), (2, 1, 1, ''EUR'', 7), (2, 2, 2, ''EUR'', -7)', 4",
        "'(1, 1, 1, ''EUR'', -5)', 0",
        "'(1, 1, 1, ''EUR'', -5), (1, 2, 2, ''EUR'', 6)', 0",
        "'(1, 1, 1, ''EUR'', -5), (1, 2, 3, ''USD'', 5)', 0",
        "'(1, 1, 1, ''EUR'', -5), (1, 2, 2, ''EUR'', 5), (2, 1, 1, ''EUR'', 7)', 0"
    })
    @Tag("0.3")
    void theDatabaseItselfRefusesEntriesThatDoNotBalance(String entries, int rows)
            throws Exception {
        var database = SERVER.database();
        Books.open(database, CLOCK, new PlainSealing()).close();
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into ledger_account (id, kind, currency, checked, label, opened_at)
                        values (1, 'REVENUE', 'EUR', false, 'a', now()), (2, 'REVENUE', 'EUR', false, 'b', now()),
                            (3, 'REVENUE', 'USD', false, 'c', now());
                    insert into ledger_posting (id, kind, origin, origin_key, request_hash, occurred_at, booked_at,
                            business_date, late, forced)
                        select x, 'PAYMENT', 'o', cast(x as varchar), ''::bytea, now(), now(), now(), false, false
                        from generate_series(1, 2) as s(x)\
                    """);
            var insert =
                    "insert into ledger_entry (posting_id, leg, account_id, currency, amount) values "
                            + entries;
            if (rows > 0) {
                assertThat(statement.executeUpdate(insert)).isEqualTo(rows);
                assertThatThrownBy(() ->
                                statement.executeUpdate(
                                        "insert into ledger_entry (posting_id, leg, account_id, currency,"
                                                + " amount) values (1, 3, 1, 'EUR', 9)"))
                        .hasMessageContaining("posting 1 does not balance");
            } else {
                assertThatThrownBy(() -> statement.executeUpdate(insert))
                        .hasMessageContaining("does not balance");
            }
        }
    }
}
