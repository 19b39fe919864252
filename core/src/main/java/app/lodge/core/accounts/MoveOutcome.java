package app.lodge.core.accounts;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a movement of money that staff ordered.
public sealed interface MoveOutcome {

    /// @param posting the posting's number; 0 where an account was closed that was empty
    /// @param account of the holder whom it is about, as it stands now
    /// @param receipt for money over the counter
    record Moved(long posting, Account account, @Nullable Receipt receipt) implements MoveOutcome {}

    record Refused(Refusal refusal) implements MoveOutcome {}

    /// Order it again, under a new request, with a second person's approval.
    ///
    /// @param above up to this nobody is asked
    record NeedsApproval(FourEyes.Matter matter, Money above) implements MoveOutcome {}

    /// The approval is for something else, used, one's own, or none at all.
    record NotApproved(long approval) implements MoveOutcome {}

    record Rejected(List<Problem> problems) implements MoveOutcome {}
}
