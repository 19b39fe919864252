package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.List;

/// The site's rules about moving money: transfers, approvals, tariff, taxes (ID-26, ID-27, ID-33,
/// ID-62, ID-63).
public interface MoneyRules {

    static MoneyRules in(Bookkeeping keeping) {
        return new BookedMoneyRules(keeping);
    }

    AccountRules rules(Actor actor);

    RulesOutcome change(Actor actor, RequestId request, AccountRules rules);

    sealed interface RulesOutcome {
        record Changed(AccountRules rules) implements RulesOutcome {}

        record Rejected(List<Problem> problems) implements RulesOutcome {}
    }
}
