package app.lodge.core.media;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Card jobs: ordered, advanced state by state, resolved after a crash, so that no card is issued
/// twice and none is lost (ID-40, ID-43).
public interface CardJobs {

    static CardJobs in(Books books) {
        return in(books, IssueCharges.none());
    }

    /// @param charges takes fee and deposit as a card is issued
    static CardJobs in(Books books, IssueCharges charges) {
        return in(books, charges, BlankStock.uncounted());
    }

    /// @param stock what each card takes its blank from
    static CardJobs in(Books books, IssueCharges charges, BlankStock stock) {
        return new BookedCardJobs(books, charges, stock);
    }

    /// The same, for whoever works with some people's data only.
    static CardJobs within(Reach reach, CardJobs all) {
        return new CardJobsWithinReach(reach, all);
    }

    OrderOutcome order(Actor actor, RequestId request, CardOrder order);

    /// Stores that the job enters a state, before the irreversible step that the state announces;
    /// ISSUED makes the medium active and the one before it replaced. Repeating the present state is
    /// no error.
    ///
    /// @throws IllegalStateException if the state cannot follow the present one
    CardJob advance(Actor actor, JobId id, JobState to, Map<String, String> evidence);

    /// Enters ENCODING with the chip's UID bound to the attempt. A UID that already belongs to
    /// another live medium is refused and the job stays as it is.
    BindOutcome bind(Actor actor, JobId id, Uid uid, String chip, int keyVersion);

    /// The clerk's word on a job that nothing else can settle.
    ///
    /// @throws IllegalStateException if GOOD is said of a card whose chip was never verified
    CardJob resolve(Actor actor, RequestId request, JobId id, Resolution resolution);

    /// Jobs not yet ended, oldest first; `workstation` empty for all.
    List<CardJob> open(Actor actor, String workstation);

    Optional<CardJob> find(Actor actor, JobId id);

    record CardOrder(PersonId person, String printer, String reader, String layout) {}

    sealed interface OrderOutcome {
        record Ordered(CardJob job) implements OrderOutcome {}

        /// Another attempt for this person is not ended yet.
        record AlreadyUnderWay(CardJob job) implements OrderOutcome {}

        record PersonBlocked(PersonId person) implements OrderOutcome {}

        record PersonUnknown(PersonId person) implements OrderOutcome {}

        /// The branch has no numbered stock that head office delegated to it (CHAIN-05).
        record NoStock(String place) implements OrderOutcome {}

        /// As many as the site allows are valid already (ID-07).
        record TooMany(MediumKind kind, int most) implements OrderOutcome {}

        /// The holder cannot pay for it; nothing was ordered (ID-63).
        record NotCovered(IssueCharges.Shortfall shortfall) implements OrderOutcome {}
    }

    sealed interface BindOutcome {
        record Bound(CardJob job) implements BindOutcome {}

        record UidTaken(Medium by) implements BindOutcome {}

        /// The blank was written off, or does not belong to the branch's numbered stock.
        record NotInStock(Uid uid) implements BindOutcome {}
    }

    /// What the clerk finds at the printer.
    enum Resolution {
        /// The card lies there, printed and good: issued.
        GOOD,
        SPOILED,
        NOT_THERE
    }
}
