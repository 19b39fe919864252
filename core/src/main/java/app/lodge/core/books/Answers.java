package app.lodge.core.books;

import java.util.Optional;

/// Whoever answers a {@link Question}: the one writer from what its group knows, or what is committed.
@FunctionalInterface
public interface Answers {

    /// @return empty if there is no such row
    <T> Optional<T> find(Question<T> question, Object... keys);
}
