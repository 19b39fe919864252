package app.lodge.core.pins;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What holders type at locker terminals, beside their card or instead of it (LOCK-28, LOCK-29). Nobody
/// reads a PIN again: it is kept as a salted digest.
public interface HolderPins {

    /// @param reach whose PINs an operator may set
    static HolderPins in(Books books, Reach reach, PasswordHash hashes) {
        return new BookedHolderPins(books, reach::require, hashes);
    }

    /// Since when somebody has a PIN; empty for none.
    Optional<Instant> setAt(Actor actor, PersonId person);

    /// Gives somebody a PIN, or another one.
    ///
    /// @param pin digits, typed twice at the desk; the caller wipes it
    SetOutcome set(Actor actor, RequestId request, PersonId person, char[] pin);

    /// Nobody opens with a PIN for this person any more.
    RemoveOutcome remove(Actor actor, RequestId request, PersonId person);

    Rules rules(Actor actor);

    /// PINs that are there already stay.
    RulesOutcome changeRules(Actor actor, RequestId request, Rules rules);

    /// What a PIN must be.
    ///
    /// @param shortest and `longest`: digits, 4 to 16
    /// @param refuseTrivial such as 1111, 1234, 4321, 1212
    record Rules(int shortest, int longest, boolean refuseTrivial) {

        public static final int SHORTEST = 4;
        public static final int LONGEST = 16;

        public static Rules usual() {
            return new Rules(SHORTEST, LONGEST, true);
        }
    }

    sealed interface SetOutcome {
        record Set(PersonId person, Instant at) implements SetOutcome {}

        record Rejected(List<Problem> problems) implements SetOutcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    sealed interface RemoveOutcome {
        record Removed(PersonId person) implements RemoveOutcome {}

        record NoPin() implements RemoveOutcome {}
    }

    sealed interface RulesOutcome {
        record Changed(Rules rules) implements RulesOutcome {}

        record Rejected(List<Problem> problems) implements RulesOutcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }
}
