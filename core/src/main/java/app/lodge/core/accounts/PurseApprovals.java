package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.PurseMoney.Outcome;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import org.jspecify.annotations.Nullable;

/// The second person for value on cards: above the site's levels for accounts, and for just one act
/// (ID-27). Asked last, so that no approval is used up for what something else refuses.
public final class PurseApprovals {

    private final Bookkeeping keeping;
    private final Moves moves;

    private PurseApprovals(Bookkeeping keeping, FourEyes fourEyes) {
        this.keeping = keeping;
        this.moves = new Moves(keeping, fourEyes);
    }

    public static PurseApprovals in(Bookkeeping keeping, FourEyes fourEyes) {
        return new PurseApprovals(keeping, fourEyes);
    }

    /// @param approval 0 for none
    /// @return null if the money may be handed out
    public @Nullable Outcome againstPayOut(Tx tx, AccountId purse, Money amount, long approval) {
        return against(
                tx,
                new Matter(Verb.PURSE_PAY_OUT, purse, amount, 0),
                keeping.rules().approvals().payOut(),
                approval);
    }

    /// @param approval 0 for none
    /// @return null if the value may go to the new card
    public @Nullable Outcome againstMove(
            Tx tx, AccountId lost, AccountId replacement, Money amount, long approval) {
        return against(
                tx,
                new Matter(Verb.PURSE_MOVE, lost, amount, replacement.number()),
                keeping.rules().approvals().transfer(),
                approval);
    }

    private @Nullable Outcome against(Tx tx, Matter matter, long level, long approval) {
        var grounds = new Grounds(Reason.OTHER, "", approval);
        return switch (moves.second(tx, matter, level, grounds)) {
            case null -> null;
            case MoveOutcome.NeedsApproval(var about, var above) ->
                    new Outcome.NeedsApproval(about, above);
            case MoveOutcome.NotApproved(long number) -> new Outcome.NotApproved(number);
            case MoveOutcome.Moved _, MoveOutcome.Refused _, MoveOutcome.Rejected _ ->
                    throw new IllegalStateException("Nothing of %s was moved".formatted(matter));
        };
    }
}
