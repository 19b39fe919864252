package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Reach;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stored-value accounts: balance, movements, counter top-up, block (ID-06, ID-15, ID-20, ID-21,
/// ID-34, ID-41).
public interface Accounts {

    static Accounts in(Bookkeeping keeping) {
        return new BookedAccounts(keeping);
    }

    /// The same, for whoever works with some people's data only.
    static Accounts within(Reach reach, Bookkeeping keeping) {
        return new AccountsWithinReach(reach, new AccountStore(keeping.books()), in(keeping));
    }

    Optional<Account> find(Actor actor, AccountId id);

    /// The account that everybody has: in the site's currency, opened with the person.
    Optional<Account> ofPerson(Actor actor, PersonId person);

    /// All that the person has, one for each currency, the first one first. Nothing ever moves between
    /// them.
    List<Account> allOfPerson(Actor actor, PersonId person);

    /// Opens an account in another currency for somebody. One that is open already is the answer, too.
    OpenOutcome open(Actor actor, RequestId request, PersonId person, Currency currency);

    sealed interface OpenOutcome {
        record Opened(Account account) implements OpenOutcome {}

        /// No such person, no currency that is paid in, or the account in it was closed for good.
        record Rejected(List<Problem> problems) implements OpenOutcome {}
    }

    /// Books money taken at the counter and answers with its receipt.
    ///
    /// @param amount above zero, in the account's currency
    TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means);

    /// Newest first. Every look is journalled with its purpose, but for {@link LookPurpose#COUNTER},
    /// which shows the newest {@link #AT_THE_COUNTER} and no more (ID-55, ID-56).
    ///
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<Movement> movements(
            Actor actor, AccountId id, LookPurpose purpose, @Nullable String after, int limit);

    /// How many movements the counter sees without a reason.
    int AT_THE_COUNTER = 10;

    /// A posting's receipt as it was first given; empty once it was copied, or where there is none.
    Optional<Receipt> receiptOf(Actor actor, long posting);

    /// The receipt again, as a counted copy.
    Optional<Receipt> copyOfReceipt(Actor actor, long posting);

    /// No payment and no top-up until unblocked; whatever state the holder's media are in (ID-41).
    ///
    /// @throws IllegalArgumentException if there is no such account
    Account block(Actor actor, RequestId request, AccountId id, BlockReason reason);

    Account unblock(Actor actor, RequestId request, AccountId id);

    /// What the site's books sum to just now, for the start page.
    BooksCheck check(Actor actor);

    /// Whether the books agree with themselves and with the journal; empty if they do. Reads all of
    /// them: for `journal verify`, not for a screen that is opened often.
    List<BooksAudit.Finding> audit(Actor actor);

    /// @param liabilities what the issuer owes to holders
    /// @param liabilities in the site's currency
    /// @param turnoverToday payments since the start of the business day, in the site's currency
    /// @param paymentsToday in all currencies
    /// @param otherTurnover what was paid in others, each for itself
    record BooksCheck(
            Money liabilities, Money turnoverToday, long paymentsToday, List<Money> otherTurnover) {
        public BooksCheck {
            otherTurnover = List.copyOf(otherTurnover);
        }
    }
}
