package app.lodge.core.books;

import org.junit.jupiter.api.extension.RegisterExtension;

/// Units that write together on PostgreSQL, which is asked ahead for all of them.
final class TogetherOnPostgreSqlTest extends TogetherContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    BooksSource source() {
        return SERVER.database();
    }
}
