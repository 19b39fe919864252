package app.lodge.core.approvals;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Operators.SignInOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Approvals as rows of the books.
final class BookedApprovals implements Approvals {

    private final Books books;
    private final Operators operators;
    private final ApprovalStore store = new ApprovalStore();

    BookedApprovals(Books books, Operators operators) {
        this.books = books;
        this.operators = operators;
    }

    @Override
    public AskOutcome ask(Actor actor, RequestId request, Matter matter, Grounds grounds) {
        requireFor(actor, matter);
        return books.once(
                actor,
                request,
                "approvals.ask",
                List.of(matter, grounds),
                AskOutcome.class,
                tx -> {
                    var problems = problems(tx, matter, grounds);
                    return problems.isEmpty()
                            ? new AskOutcome.Asked(insert(tx, matter, grounds))
                            : new AskOutcome.Rejected(problems);
                });
    }

    @Override
    public HereOutcome approveHere(
            Actor actor,
            RequestId request,
            Matter matter,
            Grounds grounds,
            String name,
            char[] password) {
        requireFor(actor, matter);
        return switch (operators.signIn(name, password, actor.workstation())) {
            case SignInOutcome.Wrong(Duration wait) -> new HereOutcome.Wrong(wait);
            case SignInOutcome.LockedOut(var until) -> new HereOutcome.LockedOut(until);
            case SignInOutcome.SignedIn(Actor second) ->
                    approvedBy(second, actor, request, matter, grounds);
        };
    }

    private HereOutcome approvedBy(
            Actor second, Actor actor, RequestId request, Matter matter, Grounds grounds) {
        if (second.operatorId() == actor.operatorId()) {
            return new HereOutcome.Yourself();
        }
        if (!second.may(Permission.APPROVE_PAYMENTS)) {
            return new HereOutcome.MayNotApprove(second.name());
        }
        return switch (ask(actor, request, matter, grounds)) {
            case AskOutcome.Rejected(var problems) -> new HereOutcome.Rejected(problems);
            case AskOutcome.Asked(Approval asked) ->
                    books.write(
                            second,
                            tx -> {
                                var now = get(tx, asked.number());
                                return new HereOutcome.Approved(
                                        now.state() == ApprovalState.OPEN
                                                ? decided(
                                                        tx,
                                                        now,
                                                        new Decision(true, Remark.NONE, ""))
                                                : now);
                            });
        };
    }

    @Override
    public List<Approval> open(Actor actor) {
        actor.require(Permission.APPROVE_PAYMENTS);
        var now = books.clock().instant();
        return books.read(sql -> store.open(sql, now));
    }

    @Override
    public Optional<Approval> find(Actor actor, long number) {
        var now = books.clock().instant();
        var found = books.read(sql -> store.find(sql, number, now));
        if (found.isEmpty() || found.get().askedBy() != actor.operatorId()) {
            actor.require(Permission.APPROVE_PAYMENTS);
        }
        return found;
    }

    @Override
    public DecideOutcome decide(Actor actor, RequestId request, long number, Decision decision) {
        actor.require(Permission.APPROVE_PAYMENTS);
        return books.once(
                actor,
                request,
                "approvals.decide",
                List.of(number, decision),
                DecideOutcome.class,
                tx -> decideIn(tx, number, decision));
    }

    private DecideOutcome decideIn(Tx tx, long number, Decision decision) {
        var found = store.find(tx.sql(), number, tx.now());
        if (found.isEmpty()) {
            return unknown(number);
        }
        var approval = found.get();
        if (approval.askedBy() == tx.actor().operatorId()) {
            return new DecideOutcome.Yourself();
        }
        if (approval.state() != ApprovalState.OPEN) {
            return new DecideOutcome.NotOpen(approval);
        }
        return Grounds.readable(decision.reference())
                ? new DecideOutcome.Decided(decided(tx, approval, decision))
                : new DecideOutcome.Rejected(List.of(unreadable(decision.reference())));
    }

    private Approval decided(Tx tx, Approval approval, Decision decision) {
        store.decide(tx, approval.number(), decision);
        tx.journal(
                decision.approved() ? "approval.given" : "approval.refused",
                "approval:" + approval.number(),
                Map.of("remark", decision.remark().name(), "reference", decision.reference()));
        return get(tx, approval.number());
    }

    @Override
    public DecideOutcome withdraw(Actor actor, RequestId request, long number) {
        requireAsker(actor);
        return books.once(
                actor,
                request,
                "approvals.withdraw",
                number,
                DecideOutcome.class,
                tx -> {
                    var found =
                            store.find(tx.sql(), number, tx.now())
                                    .filter(one -> one.askedBy() == tx.actor().operatorId());
                    if (found.isEmpty()) {
                        return unknown(number);
                    }
                    if (found.get().state() != ApprovalState.OPEN) {
                        return new DecideOutcome.NotOpen(found.get());
                    }
                    store.withdraw(tx, number);
                    tx.journal("approval.withdrawn", "approval:" + number, Map.of());
                    return new DecideOutcome.Decided(get(tx, number));
                });
    }

    @Override
    public ApprovalRules rules(Actor actor) {
        requireMover(actor);
        return books.read(store::rules);
    }

    @Override
    public List<Problem> changeRules(Actor actor, RequestId request, ApprovalRules rules) {
        actor.require(Permission.CHANGE_SETTINGS);
        if (rules.minutes() < 1 || rules.minutes() > 1440) {
            return List.of(Problem.of("minutes", rules.minutes(), "settings.range", 1, 1440));
        }
        books.once(
                actor,
                request,
                "approvals.change-rules",
                rules,
                ApprovalRules.class,
                tx -> {
                    tx.journal(
                            "approval-rules.changed",
                            "site",
                            Map.of(
                                    "before",
                                    store.rules(tx.sql()).minutes(),
                                    "after",
                                    rules.minutes()));
                    store.putRules(tx, rules);
                    return rules;
                });
        return List.of();
    }

    private Approval insert(Tx tx, Matter matter, Grounds grounds) {
        var until = tx.now().plus(Duration.ofMinutes(store.rules(tx.sql()).minutes()));
        var number = store.insert(tx, matter, grounds, until);
        tx.journal(
                "approval.asked",
                "approval:" + number,
                Map.of(
                        "verb", matter.verb().name(),
                        "account", matter.account().number(),
                        "towards", matter.towards(),
                        "amount", matter.amount().minor(),
                        "currency", matter.amount().currency().getCurrencyCode(),
                        "reason", grounds.reason().name(),
                        "reference", grounds.reference()));
        return get(tx, number);
    }

    private Approval get(Tx tx, long number) {
        return store.find(tx.sql(), number, tx.now())
                .orElseThrow(
                        () -> new IllegalStateException("Approval %d is gone".formatted(number)));
    }

    private List<Problem> problems(Tx tx, Matter matter, Grounds grounds) {
        var problems = new ArrayList<Problem>();
        if (!matter.amount().positive()) {
            problems.add(Problem.of("amount", matter.amount(), "accounts.amount-not-positive"));
        }
        if (!store.hasAccount(tx, matter.account())) {
            problems.add(Problem.of("account", matter.account().number(), "accounts.not-found"));
        }
        if (!Grounds.readable(grounds.reference())) {
            problems.add(unreadable(grounds.reference()));
        }
        return problems;
    }

    private static void requireMover(Actor actor) {
        if (!actor.may(Permission.CORRECT_ACCOUNTS)) {
            actor.require(Permission.MOVE_MONEY);
        }
    }

    /// Whoever moves value of cards only asks too, and takes back what was asked.
    private static void requireAsker(Actor actor) {
        if (!actor.may(Permission.LOAD_PURSES) && !actor.may(Permission.MANAGE_PURSES)) {
            requireMover(actor);
        }
    }

    private static void requireFor(Actor actor, Matter matter) {
        actor.require(
                switch (matter.verb()) {
                    case CORRECTION -> Permission.CORRECT_ACCOUNTS;
                    case PAY_OUT, TRANSFER, REFUND -> Permission.MOVE_MONEY;
                    case PURSE_PAY_OUT -> Permission.LOAD_PURSES;
                    case PURSE_MOVE -> Permission.MANAGE_PURSES;
                });
    }

    private static Problem unreadable(String reference) {
        return Problem.of("reference", reference, "postings.reference-form");
    }

    private static DecideOutcome unknown(long number) {
        return new DecideOutcome.Rejected(
                List.of(Problem.of("approval", number, "approvals.unknown")));
    }
}
