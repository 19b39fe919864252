package app.lodge.core.encodingplans;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.PostgreSqlServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The same promises on a real PostgreSQL.
final class PostgreSqlEncodingPlansTest extends EncodingPlansContract {

    @RegisterExtension static final PostgreSqlServer SERVER = new PostgreSqlServer();

    @Override
    BooksSource source() {
        return SERVER.database();
    }

    @Override
    String unguarded() {
        return "alter table encoding_plan disable trigger encoding_plan_append_only";
    }
}
