package app.lodge.core.journal;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.PostgreSqlServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same promises on a real PostgreSQL.
final class PostgreSqlSealsTest extends SealsContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    BooksSource source() {
        return SERVER.database();
    }

    @Override
    String unguarded(String table) {
        return "alter table %s disable trigger %s_append_only"
                .formatted(table, table.replace("journal_seal", "seal"));
    }
}
