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

/// What the one writer knows about rows while it writes a group: what it asked and what its units told. What
/// is asked about again and again it keeps for the next group.
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

    private static final int MOST_KEPT = 50_000;

    private final Map<Asked, Optional<?>> answers = new HashMap<>();
    private final Map<Asked, Optional<?>> kept = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /// @return null if this is not known; empty if there is no such row
    @SuppressWarnings("unchecked") // an answer is kept under its own question
    <T> @Nullable Optional<T> answer(Asked asked) {
        return (Optional<T>) answersLike(asked).get(asked);
    }

    /// What a question to the database found.
    void found(Asked asked, Optional<?> answer) {
        answersLike(asked).put(asked, answer);
    }

    /// What a unit has made true.
    void told(Asked asked, Optional<?> answer) {
        var alike = answersLike(asked);
        var before = alike.put(asked, answer);
        undo.push(() -> {
            if (before == null) {
                alike.remove(asked);
            } else {
                alike.put(asked, before);
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

    /// The group is written.
    void endGroup() {
        undo.clear();
        answers.clear();
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
    }

    void forget() {
        answers.clear();
        kept.clear();
        undo.clear();
    }

    private Map<Asked, Optional<?>> answersLike(Asked asked) {
        return asked.question().lasts() ? kept : answers;
    }
}
