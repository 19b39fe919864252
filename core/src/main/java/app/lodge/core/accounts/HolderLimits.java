package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Limits that a holder sets (ID-25). No door: whoever calls has found out that it is the holder.
@FunctionalInterface
public interface HolderLimits {

    static HolderLimits in(Bookkeeping keeping) {
        return new BookedLimits(keeping)::byHolder;
    }

    /// @param against what stands against it by the time that it is written, given the account's own limits as they
    ///     are then; asked last, so that what it lets pass is written
    Limits.LimitOutcome change(
            Actor actor,
            RequestId request,
            Wanted wanted,
            BiFunction<Tx, List<Limit>, List<Problem>> against);

    /// @param most null for no limit
    record Wanted(AccountId account, Limit.Kind kind, @Nullable Long most) {}
}
