package app.lodge.core.accounts;

import app.lodge.core.accounts.Accounts.OpenOutcome;
import app.lodge.core.accounts.Accounts.OpenOutcome.Opened;
import app.lodge.core.accounts.Accounts.OpenOutcome.Rejected;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import java.util.Currency;
import java.util.List;

/// Opens a holder's account in another currency than the site's (requirements 0.3). It has its own balance, limits
/// and statement; the site's limits and levels, which are amounts of the site's currency, say nothing
/// about it.
final class SecondAccount {

    private final Bookkeeping keeping;
    private final AccountStore accounts;
    private final PastStore past = new PastStore();

    SecondAccount(Bookkeeping keeping, AccountStore accounts) {
        this.keeping = keeping;
        this.accounts = accounts;
    }

    OpenOutcome open(Tx tx, PersonId person, Currency currency) {
        var subject = accounts.subjectOf(tx, person);
        if (subject.isEmpty()) {
            return new Rejected(List.of(Problem.of("person", person.number(), "people.unknown")));
        }
        if (currency.getDefaultFractionDigits() < 0) {
            return new Rejected(
                    List.of(Problem.of("currency", currency, "accounts.currency-unpaid")));
        }
        var opening = new BookedAccountOpening(keeping::settings);
        var id = opening.open(tx, subject.get(), currency);
        if (past.closed(tx, id)) {
            return new Rejected(
                    List.of(Problem.of("currency", currency, "accounts.currency-closed")));
        }
        keeping.limits().refresh(tx, person);
        return new Opened(accounts.find(tx, id).orElseThrow());
    }
}
