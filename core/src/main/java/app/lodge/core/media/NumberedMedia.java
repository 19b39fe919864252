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
        return new BookedNumberedMedia(books);
    }

    /// The same, for whoever works with some people's data only.
    static NumberedMedia within(Reach reach, NumberedMedia all) {
        return (actor, request, person, number) -> {
            reach.require(actor, person);
            return all.give(actor, request, person, number);
        };
    }

    /// Gives a person a fob by its number; what the person has already stays valid.
    GiveOutcome give(Actor actor, RequestId request, PersonId person, Uid number);

    sealed interface GiveOutcome {
        record Given(Medium medium) implements GiveOutcome {}

        /// Another live medium has this number.
        ///
        /// @param medium as printed, `0001234-02`
        record NumberTaken(String medium) implements GiveOutcome {}

        record PersonUnknown(PersonId person) implements GiveOutcome {}

        record PersonBlocked(PersonId person) implements GiveOutcome {}
    }
}
