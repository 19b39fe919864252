package app.lodge.core.people;

import app.lodge.core.accounts.BlockReason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Enrolment and upkeep of people: once, in one place (ID-01, ID-02, ID-03, ID-06, ID-11).
public interface People {

    static People in(Register register) {
        return new BookedPeople(register);
    }

    /// A request whose answer was {@link EnrolOutcome.PossibleDuplicate} is answered: enrolling all
    /// the same is a new request.
    EnrolOutcome enrol(
            Actor actor,
            RequestId request,
            PersonDetails details,
            EnrolOutcome.Duplicates duplicates);

    /// An ID and an account without personal data, for a card that bears nobody's name (ID-12). In
    /// place of a name stands its number; giving it a name later is a change like any other.
    ///
    /// @return never a possible duplicate
    EnrolOutcome enrolNameless(Actor actor, RequestId request);

    ChangeOutcome change(
            Actor actor, RequestId request, PersonId id, int seenRevision, PersonDetails details);

    /// The person's media and account answer nowhere until {@link #unblock}; blocking the blocked
    /// changes nothing. An import proposes it for people missing from the file (ID-05).
    ChangeOutcome block(Actor actor, RequestId request, PersonId id, BlockReason reason);

    ChangeOutcome unblock(Actor actor, RequestId request, PersonId id);

    Optional<Person> find(Actor actor, PersonId id);

    /// People in order of family name, given name, id.
    ///
    /// @param text any part of name, number, group, branch or e-mail; empty for all
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<Person> list(Actor actor, String text, @Nullable String after, int limit);

    /// How many people match, for the line above a list.
    long count(Actor actor, String text);

    /// Keeps a photograph taken at the desk, already cropped to the template's ratio; the one before
    /// it goes to history (ID-11). Approved at once unless the site's rules say otherwise
    /// ({@link Portraits}). The current one once more changes nothing.
    ///
    /// @param jpeg JPEG, at most 900,000 bytes
    PhotoOutcome photograph(Actor actor, RequestId request, PersonId id, byte[] jpeg);

    /// The approved one.
    Optional<byte[]> photo(Actor actor, PersonId id);
}
