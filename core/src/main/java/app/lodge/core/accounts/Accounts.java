package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stored-value accounts: balance, movements, counter top-up, block (ID-06, ID-15, ID-20, ID-21,
/// ID-34, ID-41).
public interface Accounts {

    Optional<Account> find(Actor actor, AccountId id);

    Optional<Account> ofPerson(Actor actor, PersonId person);

    /// @param amount above zero, in the account's currency
    TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means);

    /// Newest first.
    Page<Movement> movements(Actor actor, AccountId id, @Nullable String after, int limit);

    /// The receipt again, as a counted copy.
    Optional<Receipt> copyOfReceipt(Actor actor, long posting);

    Account block(Actor actor, RequestId request, AccountId id, BlockReason reason);

    Account unblock(Actor actor, RequestId request, AccountId id);

    /// What the site's books sum to, for the start page and the nightly audit.
    BooksCheck check(Actor actor);

    /// @param liabilities what the issuer owes to holders
    /// @param turnoverToday payments since the start of the business day
    /// @param sumOfAllEntries zero, or the books are wrong
    record BooksCheck(
            Money liabilities, Money turnoverToday, long paymentsToday, long sumOfAllEntries) {}
}
