package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.util.List;

/// What became of a signature.
public sealed interface SignatureOutcome {

    /// It is the one that is printed.
    record Kept(long signature) implements SignatureOutcome {}

    /// It is kept, but not printed.
    record TakenAway(long signature) implements SignatureOutcome {}

    /// Another one is printed than whoever asked saw, or none.
    record Overtaken() implements SignatureOutcome {}

    record Rejected(List<Problem> problems) implements SignatureOutcome {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
