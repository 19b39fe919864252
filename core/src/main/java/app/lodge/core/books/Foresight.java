package app.lodge.core.books;

/// What a unit will ask, said before its group is run, so that a server is asked once for the whole group.
///
/// It only ever saves time: the unit asks again when it runs, and what was not foreseen is asked then.
@FunctionalInterface
public interface Foresight {

    /// Asks what it can; called again when there are answers, as long as they lead to new questions.
    ///
    /// @param ahead answers with nothing what it has yet to ask
    void ask(Answers ahead);
}
