package app.lodge.core.books;

import java.util.List;

/// Answers from what is committed, beside the write lane, by statements that stay prepared.
public interface Committed extends Answers {

    /// @param question may find several rows
    <T> List<T> all(Question<T> question, Object... keys);
}
