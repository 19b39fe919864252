package app.lodge.core.topups;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.Refusal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Top-up orders from outside the counter (ID-28, ID-29): ordered → authorised → settled, credited on
/// the way as the source's rule says, and returned when the money is taken back.
///
/// Each verb may be repeated, and reports may come in any order: what an order has been through, it is
/// not taken through again. A source and its reference name one order for good.
public interface TopUps {

    static TopUps in(Books books, Bookkeeping keeping, Register register) {
        return new BookedTopUps(keeping, books, register);
    }

    /// Every source with its rule.
    Map<TopUpSource, SourceRule> rules(Actor actor);

    /// @return what is wrong, empty if it stands now
    List<Problem> changeRule(Actor actor, RequestId request, TopUpSource source, SourceRule rule);

    /// Direct debit is authorised at once by the holder's mandate; other sources wait for
    /// {@link #authorise}.
    OrderOutcome order(Actor actor, RequestId request, NewOrder order);

    /// @param authorisation the provider's or terminal's reference, 1 to 64 characters; anything that
    ///     looks like a card number is refused
    OrderOutcome authorise(Actor actor, RequestId request, long order, String authorisation);

    /// The provider or bank says no before anything was authorised.
    OrderOutcome refuse(Actor actor, RequestId request, long order);

    /// The money has arrived at the site's bank.
    OrderOutcome settle(Actor actor, RequestId request, long order);

    /// The money was taken back: the credit is reversed, the fee charged, the account barred.
    ///
    /// @param reason the bank's code of four letters and digits (ISO 20022 external return reason)
    OrderOutcome giveBack(Actor actor, RequestId request, long order, String reason);

    Optional<TopUpOrder> find(Actor actor, long order);

    Optional<TopUpOrder> findByReference(Actor actor, TopUpSource source, String reference);

    /// Newest first.
    ///
    /// @param state null for all
    /// @param after a page's `next`, or null for the first page
    /// @param limit rows at most, 1 to 500
    Page<TopUpOrder> list(
            Actor actor, TopUpOrder.@Nullable State state, @Nullable String after, int limit);

    /// @param reference 1 to 35 letters, digits and `. / : -`
    /// @param amount above zero
    record NewOrder(TopUpSource source, String reference, AccountId account, Money amount) {}

    /// What became of it.
    sealed interface OrderOutcome {

        /// @param repeated whether it stood so before
        record Done(TopUpOrder order, boolean repeated) implements OrderOutcome {}

        record Refused(Refusal refusal) implements OrderOutcome {}

        /// The holder has given no mandate that can be collected from.
        record NoMandate() implements OrderOutcome {}

        /// The order is where this verb leads nowhere.
        record NotNow(TopUpOrder order) implements OrderOutcome {}

        record Rejected(List<Problem> problems) implements OrderOutcome {}
    }
}
