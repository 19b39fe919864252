package app.lodge.core.people;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.books.Problem;
import java.util.List;

/// What became of an enrolment.
public sealed interface EnrolOutcome {

    /// The person has an ID and an account with a balance of zero (ID-06).
    record Enrolled(Person person, AccountId account) implements EnrolOutcome {}

    /// Nothing was written: somebody very like this is known (ID-03). Enrol again with
    /// {@link Duplicates#ACCEPTED} if it is another person.
    record PossibleDuplicate(List<Likeness> likenesses) implements EnrolOutcome {}

    record Rejected(List<Problem> problems) implements EnrolOutcome {}

    /// @param why SAME_NAME_AND_BIRTH_DATE, SAME_PERSONNEL_NUMBER or SAME_EMAIL
    record Likeness(Person person, Why why) {}

    enum Why {
        SAME_NAME_AND_BIRTH_DATE,
        SAME_PERSONNEL_NUMBER,
        SAME_EMAIL
    }

    /// Whether the clerk has seen the likenesses.
    enum Duplicates {
        REFUSED,
        ACCEPTED
    }
}
