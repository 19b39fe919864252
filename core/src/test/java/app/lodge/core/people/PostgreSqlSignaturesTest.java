package app.lodge.core.people;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.PostgreSqlServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same promises on a real PostgreSQL.
final class PostgreSqlSignaturesTest extends SignaturesContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    BooksSource source() {
        return SERVER.database();
    }
}
