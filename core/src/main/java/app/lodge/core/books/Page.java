package app.lodge.core.books;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One keyset page of a long list.
///
/// @param next where the next page begins, to be handed back unread; null on the last page
public record Page<T>(List<T> rows, @Nullable String next) {

    public Page {
        rows = List.copyOf(rows);
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(rows.stream().map(each).toList(), next);
    }
}
