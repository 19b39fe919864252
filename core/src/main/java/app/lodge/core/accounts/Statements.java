package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.media.MediumKind;
import app.lodge.core.people.Reach;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An account's movements by any filter, and each posting whole (ID-21, ID-50, ID-55, ID-56).
///
/// Looking is journalled with its purpose; at the counter only the newest
/// {@link Accounts#AT_THE_COUNTER} can be looked at, whatever the filter says.
public interface Statements {

    static Statements in(Bookkeeping keeping) {
        return new BookedStatements(keeping, (_, _) -> {});
    }

    /// The same, for whoever works with some people's data only.
    static Statements within(Reach reach, Bookkeeping keeping) {
        return new BookedStatements(keeping, reach::require);
    }

    /// Newest first; each with the balance after it.
    ///
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<Movement> page(
            Actor actor,
            AccountId id,
            LookPurpose purpose,
            MovementFilter filter,
            @Nullable String after,
            int limit);

    /// The payment points that ever moved the account, by label.
    List<Place> places(Actor actor, AccountId id);

    /// The cost centres that ever paid for the account's holder, by code.
    List<Centre> centres(Actor actor, AccountId id);

    /// The staff who ever moved the account, by name.
    List<Clerk> clerks(Actor actor, AccountId id);

    /// The media of the account's holder, the newest first.
    List<Means> media(Actor actor, AccountId id);

    /// A posting that moved the account, or that a cost centre paid for its holder, with all that stands beside it.
    Optional<PostingFile> posting(Actor actor, AccountId id, long number, LookPurpose purpose);

    /// @param number the cost centre's
    record Centre(long number, String label) {}

    /// @param number the operator's
    record Clerk(long number, String name) {}

    /// What can be paid with.
    ///
    /// @param number the medium's
    /// @param issue the holder's how many-th it is, from 1
    record Means(long number, MediumKind kind, int issue) {}

    /// @param device the payment point's number
    record Place(long device, String label) {}
}
