package app.lodge.core.purse;

import app.lodge.core.books.Problem;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.purse.Purses.Wish;
import java.util.Currency;
import java.util.List;

/// Whether a wish makes sense, before any rule is asked.
final class WishChecks {

    private WishChecks() {}

    static List<Problem> problems(Wish wish, Currency currency) {
        if (!wish.amount().currency().equals(currency)) {
            return List.of(
                    Problem.of("amount", wish.amount(), "accounts.currency-mismatch", currency));
        }
        if (!wish.amount().positive()) {
            return List.of(Problem.of("amount", wish.amount(), "accounts.amount-not-positive"));
        }
        boolean fits =
                switch (wish.kind()) {
                    case LOAD ->
                            wish.source() == Source.CASH
                                    || wish.source() == Source.CARD_TERMINAL
                                    || wish.source() == Source.ACCOUNT;
                    case REFUND -> wish.source() == Source.PURCHASE && wish.refunds() > 0;
                    case PAY_OUT -> wish.source() == Source.CASH;
                    case DEBIT, UNDO -> false;
                };
        return fits
                ? List.of()
                : List.of(Problem.of("source", wish.source(), "purse.source-unfit"));
    }
}
