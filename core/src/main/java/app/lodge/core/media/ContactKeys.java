package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contact keys by number and chip, whose they are and whose they were (KEY-03…05, ID-07).
///
/// A key is enrolled before anything is written to it and ready after what was written was read back: torn
/// off in between, enrolling it again goes on where it stopped.
public interface ContactKeys {

    static ContactKeys in(Books books) {
        return in(books, IssueCharges.none(), BlankStock.uncounted());
    }

    /// @param charges takes fee and deposit as a key is ready
    /// @param stock what each key takes its blank from
    static ContactKeys in(Books books, IssueCharges charges, BlankStock stock) {
        return new BookedContactKeys(
                books, new ContactKeyReach((_, _) -> true, (_, _) -> {}), charges, stock);
    }

    /// The same, for whoever works with some people's data only.
    static ContactKeys within(Reach reach, Books books, IssueCharges charges, BlankStock stock) {
        return new BookedContactKeys(
                books, new ContactKeyReach(reach::reaches, reach::require), charges, stock);
    }

    /// The highest number that this site gives, at most 65535.
    int highest(Actor actor);

    LimitOutcome limit(Actor actor, RequestId request, int highest);

    /// The key that has the number now.
    Optional<ContactKey> find(Actor actor, KeyNumber number);

    /// The key with this chip, being made, in somebody's hand or blocked.
    Optional<ContactKey> withUid(Actor actor, Uid uid);

    /// The key that the medium is, whatever became of it.
    Optional<ContactKey> ofMedium(Actor actor, MediumId id);

    /// All that ever had the number, newest first.
    List<ContactKey> history(Actor actor, KeyNumber number);

    /// The stations of all keys that ever had the number, the newest first.
    List<AtStation> stations(Actor actor, KeyNumber number);

    /// Every station that a key in somebody's hand belongs to, once, in order.
    List<String> stationNames(Actor actor);

    /// The key that has the number now opens these stations and no others; what was stays as history.
    ///
    /// @param stations by the names that people give them, 1 to 60 characters each
    /// @param seen those that the key had when it was looked at
    StationsOutcome serve(
            Actor actor,
            RequestId request,
            KeyNumber number,
            Set<String> stations,
            Set<String> seen);

    /// A key at a station (KEY-05).
    ///
    /// @param key whose it was then is the medium's holder
    /// @param until null while it is so
    record AtStation(MediumId key, String station, Instant since, @Nullable Instant until) {}

    sealed interface StationsOutcome {
        record Serving(List<AtStation> stations) implements StationsOutcome {}

        record NoSuchKey(KeyNumber number) implements StationsOutcome {}

        /// Somebody else changed them since they were seen; nothing was written.
        ///
        /// @param now those that the key has
        record Overtaken(List<String> now) implements StationsOutcome {}

        record Rejected(List<Problem> problems) implements StationsOutcome {}
    }

    /// Links a chip with a person under a number.
    EnrolOutcome enrol(Actor actor, RequestId request, Enrolment enrolment);

    /// The key was written and read back, or holds nothing to write: it is the person's from here on.
    ///
    /// @param keyVersion version of the site's keys that sealed what was written; 0 if nothing was
    ContactKey ready(Actor actor, RequestId request, MediumId id, Uid uid, int keyVersion);

    /// @param number as typed; empty for the number that the chip had, else the lowest free one
    /// @param chip the family's name, `DS1996`
    /// @param present what to do with a key that is somebody else's
    record Enrolment(PersonId person, Uid uid, String chip, String number, Present present) {}

    /// A key that belongs to somebody else.
    enum Present {
        KEEP,
        /// It was handed on: the holder before is its history.
        REASSIGN
    }

    sealed interface EnrolOutcome {

        record Enrolled(ContactKey key) implements EnrolOutcome {}

        record Rejected(List<Problem> problems) implements EnrolOutcome {}

        /// Another chip has the number.
        record NumberTaken(ContactKey by) implements EnrolOutcome {}

        /// The chip is somebody else's key.
        record HeldBy(ContactKey key) implements EnrolOutcome {}

        /// The chip is another kind of medium.
        record ChipTaken(Medium by) implements EnrolOutcome {}

        /// Every number up to the limit is given.
        record NoneFree(int highest) implements EnrolOutcome {}

        /// As many as the site allows are valid already (ID-07).
        record TooMany(MediumKind kind, int most) implements EnrolOutcome {}

        /// The holder cannot pay for it; nothing was enrolled (ID-63).
        record NotCovered(IssueCharges.Shortfall shortfall) implements EnrolOutcome {}

        record PersonUnknown(PersonId person) implements EnrolOutcome {}

        record PersonBlocked(PersonId person) implements EnrolOutcome {}
    }

    sealed interface LimitOutcome {
        record Changed(int highest) implements LimitOutcome {}

        record Rejected(List<Problem> problems) implements LimitOutcome {}

        /// A key has a higher number already.
        record InUse(KeyNumber highest) implements LimitOutcome {}
    }
}
