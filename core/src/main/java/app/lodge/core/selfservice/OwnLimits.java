package app.lodge.core.selfservice;

import app.lodge.core.accounts.HolderLimits;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limits;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// How much may be spent, as a holder wants it: below what staff have set as they like, above it never
/// (ID-25).
final class OwnLimits {

    private static final Set<Kind> SPENDING =
            EnumSet.range(Kind.SPENT_PER_DAY, Kind.PAYMENTS_PER_MONTH);

    private final HolderLimits limits;
    private final LimitMarkStore marks = new LimitMarkStore();

    OwnLimits(HolderLimits limits) {
        this.limits = limits;
    }

    /// @param lost what stands against the right by the time of writing
    HolderAnswer set(
            Actor actor,
            RequestId request,
            HolderLimits.Wanted wanted,
            Function<Tx, List<Problem>> lost) {
        if (!SPENDING.contains(wanted.kind())) {
            return rejected(Problem.of("kind", wanted.kind(), "self-service.limit-kind"));
        }
        var outcome =
                limits.change(
                        actor,
                        request,
                        wanted,
                        (tx, present) -> {
                            var problems = lost.apply(tx);
                            return problems.isEmpty() ? own(tx, wanted, present) : problems;
                        });
        return switch (outcome) {
            case Limits.LimitOutcome.Done(var now) ->
                    new HolderAnswer.Limited(
                            now.stream().filter(one -> SPENDING.contains(one.kind())).toList());
            case Limits.LimitOutcome.Rejected(var problems) -> new HolderAnswer.Rejected(problems);
        };
    }

    /// Marks the limit as the holder's own unless it is one of staff's that goes down.
    private List<Problem> own(Tx tx, HolderLimits.Wanted wanted, List<Limit> limits) {
        var present = limits.stream().filter(one -> one.kind() == wanted.kind()).findFirst();
        var most = wanted.most();
        var staffs =
                present.isPresent()
                        && !marks.holders(
                                tx.sql(), wanted.account(), wanted.kind(), present.get().most());
        if (staffs) {
            var set = present.get().most();
            return most == null || most > set
                    ? List.of(Problem.of("most", set, "self-service.limit-of-staff"))
                    : List.of();
        }
        marks.put(tx, wanted.account(), wanted.kind(), most);
        return List.of();
    }

    private static HolderAnswer rejected(Problem problem) {
        return new HolderAnswer.Rejected(List.of(problem));
    }
}
