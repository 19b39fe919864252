package app.lodge.core.books;

import java.util.Optional;
import org.jooq.DSLContext;

/// Whoever answers a {@link Question}: the one writer from what its group knows, or the database.
@FunctionalInterface
public interface Answers {

    /// @return empty if there is no such row
    <T> Optional<T> find(Question<T> question, Object... keys);

    /// From what is committed.
    static Answers in(DSLContext sql) {
        return new Answers() {
            @Override
            public <T> Optional<T> find(Question<T> question, Object... keys) {
                return sql.connectionResult(
                        connection -> new Statements(connection, false).find(question, keys));
            }
        };
    }
}
