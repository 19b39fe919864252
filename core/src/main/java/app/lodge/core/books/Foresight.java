package app.lodge.core.books;

import java.util.Optional;

/// What a unit will ask, said before its group is run, so that a server is asked once for the whole group.
///
/// It only ever saves time: a unit asks again when it runs, and what was not foreseen is asked then.
@FunctionalInterface
public interface Foresight {

    /// Asks what it can; called again when there are answers, as long as that leads to new questions.
    void ask(Ahead ahead);

    /// A unit that foresees nothing.
    static Foresight nothing() {
        return _ -> {};
    }

    /// Takes the questions of a group together.
    interface Ahead {

        /// @return empty if there is no such row, or the answer is not there yet
        <T> Optional<T> find(Question<T> question, Object... keys);
    }
}
