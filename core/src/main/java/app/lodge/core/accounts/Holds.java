package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Money reserved for payments that were begun, seen and let go by staff (ID-18, ID-50).
///
/// Looking is journalled with its purpose, as at movements ({@link Statements}): it tells where somebody
/// was. At the counter only the newest {@link Accounts#AT_THE_COUNTER} can be looked at.
public interface Holds {

    static Holds in(Bookkeeping keeping) {
        return new BookedHolds(keeping, (_, _) -> {});
    }

    /// The same, for whoever works with some people's data only.
    static Holds within(Reach reach, Bookkeeping keeping) {
        return new BookedHolds(keeping, reach::require);
    }

    /// Newest first: of the account itself, and of cost centres for its holder.
    ///
    /// @param state null for all
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<HeldMoney> page(
            Actor actor,
            AccountId id,
            LookPurpose purpose,
            @Nullable HoldState state,
            @Nullable String after,
            int limit);

    /// Lets go of an open one. A payment that is reported all the same is booked as one that was not
    /// asked for: it happened.
    ReleaseOutcome release(
            Actor actor, RequestId request, AccountId id, long number, Reason reason);

    sealed interface ReleaseOutcome {

        /// @param account as it stands now
        record LetGo(Account account) implements ReleaseOutcome {}

        /// The payment point captured or released it, or its time was over.
        record EndedBefore(HoldState how) implements ReleaseOutcome {}

        /// Nothing of that number was ever reserved for this account.
        record Rejected(List<Problem> problems) implements ReleaseOutcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }
}
