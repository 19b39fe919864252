package app.lodge.core.selfservice;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limit.Owner;
import app.lodge.core.accounts.Limits;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much may be spent, as a holder wants it: below what staff have set as they like, above it never
/// (ID-25).
final class OwnLimits {

    private static final Set<Kind> SPENDING =
            EnumSet.range(Kind.SPENT_PER_DAY, Kind.PAYMENTS_PER_MONTH);

    private final Books books;
    private final Limits limits;
    private final LimitMarkStore marks = new LimitMarkStore();

    OwnLimits(Books books, Limits limits) {
        this.books = books;
        this.limits = limits;
    }

    HolderAnswer set(
            Actor actor, RequestId request, AccountId account, Kind kind, @Nullable Long most) {
        if (!SPENDING.contains(kind)) {
            return rejected("kind", kind, "self-service.limit-kind");
        }
        var present = present(actor, account, kind);
        var holders =
                present.isPresent()
                        && books.read(
                                sql -> marks.holders(sql, account, kind, present.get().most()));
        if (present.isPresent() && !holders && (most == null || most > present.get().most())) {
            return rejected("most", present.get().most(), "self-service.limit-of-staff");
        }
        var outcome =
                most == null
                        ? limits.remove(actor, request, Owner.ACCOUNT, account.number(), kind)
                        : limits.set(
                                actor,
                                request,
                                new Limit(kind, Owner.ACCOUNT, account.number(), most, null));
        return switch (outcome) {
            case Limits.LimitOutcome.Done(var now) -> {
                if (present.isEmpty() || holders) {
                    mark(actor, account, kind, most);
                }
                yield new HolderAnswer.Limited(
                        now.stream().filter(limit -> SPENDING.contains(limit.kind())).toList());
            }
            case Limits.LimitOutcome.Rejected(var problems) -> new HolderAnswer.Rejected(problems);
        };
    }

    private Optional<Limit> present(Actor actor, AccountId account, Kind kind) {
        return limits.of(actor, Owner.ACCOUNT, account.number()).stream()
                .filter(limit -> limit.kind() == kind)
                .findFirst();
    }

    private void mark(Actor actor, AccountId account, Kind kind, @Nullable Long most) {
        books.write(
                actor,
                tx -> {
                    marks.put(tx, account, kind, most);
                    return null;
                });
    }

    private static HolderAnswer rejected(String field, Object value, String key) {
        return new HolderAnswer.Rejected(List.of(Problem.of(field, value, key)));
    }
}
