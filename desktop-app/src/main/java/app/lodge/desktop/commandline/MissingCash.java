package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;
import java.util.Optional;

/// What a holder lacks for a card, taken in cash at the desk before it is made: a top-up with its
/// receipt (ID-63). A site that does not take cash for cards refuses the card instead.
final class MissingCash {

    private MissingCash() {}

    /// @return the refusal; empty if nothing is missing now, or cash is not for this
    static Optional<Answer> takeIn(Doors doors, PersonId holder) {
        var actor = doors.actor();
        var due = doors.door(MediaCharges.class).due(actor, holder);
        if (due.isEmpty() || due.get().covered() || !due.get().cashTaken()) {
            return Optional.empty();
        }
        var missing = due.get().missing();
        var accounts = doors.door(Accounts.class);
        var account = accounts.ofPerson(actor, holder).orElseThrow();
        return switch (accounts.topUp(
                actor, RequestId.fresh(), account.id(), missing, PaymentMeans.CASH)) {
            case TopUpOutcome.ToppedUp _ -> Optional.empty();
            case TopUpOutcome.AboveMaximumBalance(var wouldBe, var maximum) ->
                    Optional.of(
                            Answer.refused(
                                    "cli.account.above-maximum",
                                    missing.toString(),
                                    wouldBe.toString(),
                                    maximum.toString()));
            case TopUpOutcome.AccountBlocked(var reason) ->
                    Optional.of(Answer.refused("cli.account.is-blocked", Values.kebab(reason)));
            case TopUpOutcome.Rejected(var problems) -> Optional.of(new Answer.Faulty(problems));
        };
    }
}
