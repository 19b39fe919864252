package app.lodge.core.topups;

import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.people.Register;
import java.util.List;
import java.util.function.Function;

/// Top-ups that a holder orders (ID-25, ID-28): the rules are those of orders by staff. No door: whoever calls has
/// found out that it is the holder.
@FunctionalInterface
public interface HolderTopUps {

    static HolderTopUps in(Books books, Bookkeeping keeping, Register register) {
        return new BookedTopUps(keeping, books, register)::byHolder;
    }

    /// @param against what stands against it by the time that it is written: a right may be lost until then
    TopUps.OrderOutcome order(
            Actor actor,
            RequestId request,
            TopUps.NewOrder order,
            Function<Tx, List<Problem>> against);
}
