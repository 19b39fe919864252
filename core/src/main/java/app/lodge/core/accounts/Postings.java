package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Money moved by staff: paid out, transferred, corrected, refunded, reversed; accounts settled and
/// closed (ID-26, ID-27, ID-64). Every movement gives its grounds, and what stands in the books is
/// never changed: it is undone by another posting that names it.
///
/// Above the site's levels a movement answers `NeedsApproval` until it is ordered with an approval.
public interface Postings {

    /// @param fourEyes who keeps approvals
    /// @param names a holder's full name, to be masked
    static Postings in(Bookkeeping keeping, FourEyes fourEyes, HolderNames names) {
        return new BookedPostings(keeping, fourEyes, names);
    }

    MoveOutcome payOut(Actor actor, RequestId request, PayOut order);

    /// Both accounts move in one posting. Never more than the holder has, unless the site allows it
    /// from overdraft.
    MoveOutcome transfer(Actor actor, RequestId request, Transfer order);

    /// @return empty if there is no such account
    Optional<Recipient> recipient(Actor actor, AccountId id);

    MoveOutcome correct(Actor actor, RequestId request, Correction order);

    /// Gives back a purchase, in whole or part; together never more than was paid.
    MoveOutcome refund(Actor actor, RequestId request, Refund order);

    /// Undoes a posting, at most once, dated today.
    MoveOutcome reverse(Actor actor, RequestId request, Reversal order);

    /// Settles an account and closes it for good.
    MoveOutcome closeAccount(Actor actor, RequestId request, Closing order);

    /// Accounts with money on them and no movement for as long as the site has set; the longest first.
    ///
    /// @param limit rows at most, 1 to 500
    List<Dormant> dormant(Actor actor, int limit);

    /// @param amount above zero
    record PayOut(AccountId account, Money amount, PaymentMeans means, Grounds grounds) {}

    /// @param amount above zero
    record Transfer(AccountId from, AccountId to, Money amount, Grounds grounds) {}

    /// @param amount positive in the holder's favour; not zero
    record Correction(AccountId account, Money amount, Grounds grounds) {}

    /// @param amount above zero; null for what remains
    record Refund(long posting, @Nullable Money amount, Grounds grounds) {}

    record Reversal(long posting, Grounds grounds) {}

    record Closing(AccountId account, Settlement settlement, Grounds grounds) {}

    /// Where the money goes.
    sealed interface Settlement {
        record PaidOut(PaymentMeans means) implements Settlement {}

        record TransferredTo(AccountId account) implements Settlement {}
    }

    /// @param maskedName enough to recognise, too little to learn: `A•• M•••••`
    record Recipient(AccountId account, String maskedName) {}

    record Dormant(AccountId account, long person, Money balance, java.time.Instant lastMovement) {}
}
