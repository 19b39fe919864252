package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.List;
import java.util.function.Function;

/// Transfers that a holder orders (ID-26): the rules are those of transfers by staff, but for the level above which
/// a second member of staff is asked. No door: whoever calls has found out that it is the holder.
@FunctionalInterface
public interface HolderTransfers {

    static HolderTransfers in(Bookkeeping keeping) {
        return new Transferring(keeping, new Moves(keeping, FourEyes.nobody()))::byHolder;
    }

    /// @param against what stands against it by the time that it is written: a right may be lost until then
    MoveOutcome transfer(
            Actor actor,
            RequestId request,
            Postings.Transfer order,
            Function<Tx, List<Problem>> against);
}
