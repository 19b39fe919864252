package app.lodge.core.purse;

import app.lodge.core.books.PostgreSqlServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same promises on a real PostgreSQL.
final class PostgreSqlPursesTest extends PursesContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    String properties() {
        var database = SERVER.database();
        return "books.url=%s\nbooks.user=%s\n"
                .formatted(database.url().replaceFirst("\\?.*", ""), database.user());
    }
}
