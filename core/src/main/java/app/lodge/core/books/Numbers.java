package app.lodge.core.books;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Gap-free numbers, given from memory by the one writer and restored from the rows at start.
///
/// A database sequence would leave gaps when a transaction rolls back.
final class Numbers {

    private final Map<String, Long> last = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    long next(String series, LongSupplier highestInTheBooks) {
        var before = last.get(series);
        var next = (before != null ? before : highestInTheBooks.getAsLong()) + 1;
        undo.push(() -> restore(series, before));
        last.put(series, next);
        return next;
    }

    /// What was given since the mark stays given.
    void keep() {
        undo.clear();
    }

    /// Takes back what was given since {@link #keep}.
    void takeBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    void forgetAll() {
        last.clear();
        undo.clear();
    }

    private void restore(String series, @Nullable Long before) {
        if (before == null) {
            last.remove(series);
        } else {
            last.put(series, before);
        }
    }
}
