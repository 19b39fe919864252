package app.lodge.core.accounts;

import app.lodge.core.books.Problem;
import app.lodge.core.money.Money;
import java.util.List;

/// What became of a top-up.
public sealed interface TopUpOutcome {

    record ToppedUp(Account account, Receipt receipt) implements TopUpOutcome {}

    /// @param maximum the site's highest balance
    record AboveMaximumBalance(Money wouldBe, Money maximum) implements TopUpOutcome {}

    record AccountBlocked(BlockReason reason) implements TopUpOutcome {}

    record Rejected(List<Problem> problems) implements TopUpOutcome {}
}
