package app.lodge.core.books;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the one writer knows about rows while it writes a group: what it asked and what its units told.
///
/// It stays true because nobody else writes; whatever is written past it makes it forget everything.
final class Known {

    /// A question with its keys, comparable.
    record Asked(Question<?> question, List<Object> keys) {

        static Asked of(Question<?> question, Object... keys) {
            var comparable = new ArrayList<Object>(keys.length);
            for (var key : keys) {
                comparable.add(key instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : key);
            }
            return new Asked(question, comparable);
        }
    }

    private final Map<Asked, Optional<?>> answers = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /// @return null if this is not known; empty if there is no such row
    @SuppressWarnings("unchecked") // an answer is kept under its own question
    <T> @Nullable Optional<T> answer(Asked asked) {
        return (Optional<T>) answers.get(asked);
    }

    /// What a question to the database found.
    void found(Asked asked, Optional<?> answer) {
        answers.put(asked, answer);
    }

    /// What a unit has made true.
    void told(Asked asked, Optional<?> answer) {
        var before = answers.put(asked, answer);
        undo.push(() -> {
            if (before == null) {
                answers.remove(asked);
            } else {
                answers.put(asked, before);
            }
        });
    }

    void keep() {
        undo.clear();
    }

    /// Takes back what was told since {@link #keep}.
    void takeBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    void forget() {
        answers.clear();
        undo.clear();
    }
}
