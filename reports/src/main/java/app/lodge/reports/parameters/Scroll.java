package app.lodge.reports.parameters;

import app.lodge.core.books.Page;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a long list page by page.
public final class Scroll {

    /// Rows asked for at once; the doors give 500 at most.
    public static final int PAGE = 500;

    private Scroll() {}

    /// @param page from a page's `next`, null for the first
    /// @param wanted is given each row and answers whether to go on
    public static <T> void through(Function<@Nullable String, Page<T>> page, Predicate<T> wanted) {
        String after = null;
        do {
            var rows = page.apply(after);
            for (var row : rows.rows()) {
                if (!wanted.test(row)) {
                    return;
                }
            }
            after = rows.next();
        } while (after != null);
    }
}
