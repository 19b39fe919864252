package app.lodge.core.books;

import org.junit.jupiter.api.extension.RegisterExtension;

/// The same promises on a real PostgreSQL.
final class PostgreSqlBooksTest extends BooksContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    BooksSource source() {
        return SERVER.database();
    }
}
