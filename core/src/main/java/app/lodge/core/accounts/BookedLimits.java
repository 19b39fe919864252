package app.lodge.core.accounts;

import app.lodge.core.accounts.Limit.Kind;
import app.lodge.core.accounts.Limit.Owner;
import app.lodge.core.accounts.Limits.LimitOutcome.Done;
import app.lodge.core.accounts.Limits.LimitOutcome.Rejected;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Limits in the books; {@link LimitRules} says what they come to.
final class BookedLimits implements Limits {

    private static final long MOST = 100_000_000;

    private final Bookkeeping keeping;
    private final AccountStore accounts;
    private final LimitStore store = new LimitStore();

    BookedLimits(Bookkeeping keeping) {
        this.keeping = keeping;
        this.accounts = new AccountStore(keeping.books());
    }

    @Override
    public LimitOutcome set(Actor actor, RequestId request, Limit limit) {
        actor.require(Permission.CHANGE_LIMITS);
        return keeping.books()
                .once(
                        actor,
                        request,
                        "limits.set",
                        limit,
                        LimitOutcome.class,
                        tx -> {
                            var problems = problems(tx, limit);
                            if (!problems.isEmpty()) {
                                return new Rejected(problems);
                            }
                            return put(tx, limit);
                        });
    }

    LimitOutcome byHolder(
            Actor actor,
            RequestId request,
            HolderLimits.Wanted wanted,
            BiFunction<Tx, List<Limit>, List<Problem>> against) {
        actor.require(Permission.CHANGE_LIMITS);
        var whose = wanted.account().number();
        var most = wanted.most();
        return keeping.books()
                .once(
                        actor,
                        request,
                        "self-service.limit",
                        wanted,
                        LimitOutcome.class,
                        tx -> {
                            var limit =
                                    new Limit(
                                            wanted.kind(),
                                            Owner.ACCOUNT,
                                            whose,
                                            most == null ? 0 : most,
                                            null);
                            var problems = problems(tx, limit);
                            if (problems.isEmpty()) {
                                problems =
                                        against.apply(
                                                tx, store.ofOwner(tx.sql(), Owner.ACCOUNT, whose));
                            }
                            if (!problems.isEmpty()) {
                                return new Rejected(problems);
                            }
                            return most == null
                                    ? take(tx, Owner.ACCOUNT, whose, wanted.kind())
                                    : put(tx, limit);
                        });
    }

    private Done put(Tx tx, Limit limit) {
        tx.journal(
                "limit.set",
                LimitRules.subject(limit),
                Map.of(
                        "kind", limit.kind().name(),
                        "most", limit.most(),
                        "until", String.valueOf(limit.until())));
        keeping.limits().put(tx, limit);
        return done(tx, limit.owner(), limit.whose());
    }

    @Override
    public LimitOutcome remove(Actor actor, RequestId request, Owner owner, long whose, Kind kind) {
        actor.require(Permission.CHANGE_LIMITS);
        return keeping.books()
                .once(
                        actor,
                        request,
                        "limits.remove",
                        List.of(owner, whose, kind),
                        LimitOutcome.class,
                        tx -> take(tx, owner, whose, kind));
    }

    private Done take(Tx tx, Owner owner, long whose, Kind kind) {
        store.ofOwner(tx.sql(), owner, whose).stream()
                .filter(limit -> limit.kind() == kind)
                .forEach(limit -> keeping.limits().remove(tx, limit, "limit.removed"));
        return done(tx, owner, whose);
    }

    private Done done(Tx tx, Owner owner, long whose) {
        return new Done(store.ofOwner(tx.sql(), owner, whose));
    }

    private List<Problem> problems(Tx tx, Limit limit) {
        var problems = new ArrayList<Problem>();
        if (limit.most() < 0 || limit.most() > MOST) {
            problems.add(Problem.of("most", limit.most(), "limits.range", 0, MOST));
        }
        var until = limit.until();
        if (until != null && until.isBefore(today())) {
            problems.add(Problem.of("until", until, "limits.until-over", today()));
        }
        switch (limit.owner()) {
            case ACCOUNT -> {
                if (accounts.find(tx, new AccountId(limit.whose())).isEmpty()) {
                    problems.add(Problem.of("account", limit.whose(), "accounts.not-found"));
                }
            }
            case GROUP -> {
                if (!store.groupExists(tx, limit.whose())) {
                    problems.add(Problem.of("group", limit.whose(), "groups.unknown"));
                }
            }
            case SITE -> problems.add(Problem.of("owner", limit.owner(), "limits.sites-own"));
        }
        return problems;
    }

    @Override
    public List<Limit> of(Actor actor, Owner owner, long whose) {
        actor.require(Permission.SEE_BOOKS);
        return keeping.books().read(sql -> store.ofOwner(sql, owner, whose));
    }

    @Override
    public List<Standing> standing(Actor actor, AccountId id) {
        actor.require(Permission.SEE_BOOKS);
        var found = accounts.find(id);
        return found.isEmpty() ? List.of() : keeping.limits().standing(found.get(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(keeping.books().clock().instant(), keeping.settings().zone());
    }
}
