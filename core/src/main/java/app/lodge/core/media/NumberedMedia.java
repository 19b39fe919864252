package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;

/// Media that are only known by their number: EM4100 fobs and whatever else a reader prints a number
/// of. They have no secret, anyone can make another with the same number (ID-47).
public interface NumberedMedia {

    static NumberedMedia in(Books books) {
        return in(books, IssueCharges.none(), BlankStock.uncounted());
    }

    /// @param charges takes fee and deposit as it is given
    /// @param stock what it takes its blank from
    static NumberedMedia in(Books books, IssueCharges charges, BlankStock stock) {
        return new BookedNumberedMedia(books, charges, stock);
    }

    /// The same, for whoever works with some people's data only.
    static NumberedMedia within(Reach reach, NumberedMedia all) {
        return (actor, request, person, number) -> {
            reach.require(actor, person);
            return all.give(actor, request, person, number);
        };
    }

    /// Gives a person a fob by its number; what the person has already and is valid stays so.
    GiveOutcome give(Actor actor, RequestId request, PersonId person, Uid number);

    sealed interface GiveOutcome {
        record Given(Medium medium) implements GiveOutcome {}

        /// Another live medium has this number.
        ///
        /// @param medium as printed, `0001234-02`
        record NumberTaken(String medium) implements GiveOutcome {}

        /// As many as the site allows are valid already (ID-07).
        record TooMany(MediumKind kind, int most) implements GiveOutcome {}

        /// The holder cannot pay for it; nothing was given (ID-63).
        record NotCovered(IssueCharges.Shortfall shortfall) implements GiveOutcome {}

        record PersonUnknown(PersonId person) implements GiveOutcome {}

        record PersonBlocked(PersonId person) implements GiveOutcome {}
    }
}
