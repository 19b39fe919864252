package app.lodge.core.selfservice;

import app.lodge.core.books.PostgreSqlServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same promises on a real PostgreSQL.
final class PostgreSqlSelfServiceTest extends SelfServiceContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    String properties() {
        var database = SERVER.database();
        return "books.url=%s\nbooks.user=%s\n".formatted(database.url(), database.user());
    }
}
