package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// Operators as the books hold them; passwords only as Argon2id.
final class BookedOperators implements Operators {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{1,39}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 256;

    /// Each computation takes 64 MiB: a crowd at the door waits instead of filling the memory.
    private final Semaphore computing = new Semaphore(2);

    private final Books books;
    private final PasswordHash passwords;
    private final String nobodysHash;
    private final OperatorStore store = new OperatorStore();

    BookedOperators(Books books, PasswordHash passwords) {
        this.books = books;
        this.passwords = passwords;
        this.nobodysHash = passwords.hash("nobody has this password".toCharArray());
    }

    @Override
    public SignInOutcome signIn(String name, char[] password, String workstation) {
        var known = books.read(sql -> store.named(sql, name.strip()));
        var at = new Actor(0, "sign-in", Role.SYSTEM, workstation);
        if (known.isEmpty() || !known.get().operator().active()) {
            verify(password, nobodysHash); // takes as long as a known name
            return new SignInOutcome.Wrong(Duration.ZERO);
        }
        var operator = known.get().operator();
        var failed = known.get().failedAttempts();
        var now = books.clock().instant();
        var locked = operator.lockedUntil();
        if (locked != null && locked.isAfter(now)) {
            return refusal(failed, locked, now);
        }
        if (!verify(password, known.get().passwordHash())) {
            var next = Patience.after(failed + 1, now);
            books.write(
                    at,
                    tx -> {
                        store.setAttempts(tx, operator.id(), failed + 1, next);
                        return tx.journal(
                                "operator.sign-in-failed",
                                "operator:" + operator.id(),
                                Map.of("attempts", failed + 1));
                    });
            return next == null
                    ? new SignInOutcome.Wrong(Duration.ZERO)
                    : refusal(failed + 1, next, now);
        }
        var actor = new Actor(operator.id(), operator.name(), operator.role(), workstation);
        books.write(
                actor,
                tx -> {
                    store.setAttempts(tx, operator.id(), 0, null);
                    return tx.journal("operator.signed-in", "operator:" + operator.id(), Map.of());
                });
        return new SignInOutcome.SignedIn(actor);
    }

    @Override
    public List<Operator> list(Actor actor) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.read(store::all);
    }

    @Override
    public AddOutcome add(Actor actor, RequestId request, String name, Role role, char[] password) {
        actor.require(Permission.CHANGE_OPERATORS);
        var problems = problems(password);
        var trimmed = name.strip();
        if (!NAME.matcher(trimmed).matches()) {
            problems.add(Problem.of("name", trimmed, "operators.name-form"));
        }
        if (role == Role.DEVICE || role == Role.SYSTEM) {
            problems.add(Problem.of("role", role, "operators.role-not-for-people"));
        }
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        var hash = hash(password);
        return books.once(
                actor,
                request,
                "operators.add",
                List.of(trimmed, role),
                AddOutcome.class,
                tx -> {
                    if (store.named(tx.sql(), trimmed).isPresent()) {
                        return new AddOutcome.Rejected(
                                List.of(Problem.of("name", trimmed, "operators.name-taken")));
                    }
                    var operator = new Operator(store.nextId(tx), trimmed, role, true, null);
                    store.add(tx, operator, hash);
                    tx.journal(
                            "operator.added",
                            "operator:" + operator.id(),
                            Map.of("name", trimmed, "role", role.name()));
                    return new AddOutcome.Done(operator);
                });
    }

    @Override
    public AddOutcome changePassword(
            Actor actor, RequestId request, long operator, char[] password) {
        if (actor.operatorId() != operator) {
            actor.require(Permission.CHANGE_OPERATORS);
        }
        var problems = problems(password);
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        var hash = hash(password);
        return books.once(
                actor,
                request,
                "operators.change-password",
                operator,
                AddOutcome.class,
                tx -> {
                    var known = store.find(tx.sql(), operator);
                    if (known.isEmpty()) {
                        return unknown(operator);
                    }
                    store.setPassword(tx, operator, hash);
                    tx.journal("operator.password-changed", "operator:" + operator, Map.of());
                    return new AddOutcome.Done(known.get());
                });
    }

    @Override
    public AddOutcome deactivate(Actor actor, RequestId request, long operator) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.once(
                actor,
                request,
                "operators.deactivate",
                operator,
                AddOutcome.class,
                tx -> {
                    var known = store.find(tx.sql(), operator);
                    if (known.isEmpty()) {
                        return unknown(operator);
                    }
                    if (store.all(tx.sql()).stream()
                            .noneMatch(other ->
                                    other.id() != operator
                                            && other.active()
                                            && other.role() == Role.ADMINISTRATOR)) {
                        return new AddOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "operator",
                                                known.get().name(),
                                                "operators.last-administrator")));
                    }
                    store.deactivate(tx, operator);
                    tx.journal("operator.deactivated", "operator:" + operator, Map.of());
                    return new AddOutcome.Done(store.find(tx.sql(), operator).orElseThrow());
                });
    }

    @Override
    public boolean active(long operator) {
        return books.read(sql -> store.find(sql, operator)).filter(Operator::active).isPresent();
    }

    private static AddOutcome unknown(long operator) {
        return new AddOutcome.Rejected(
                List.of(Problem.of("operator", operator, "operators.unknown")));
    }

    private static SignInOutcome refusal(int failed, Instant until, Instant now) {
        return failed >= Patience.LOCK_OUT_AT
                ? new SignInOutcome.LockedOut(until)
                : new SignInOutcome.Wrong(Duration.between(now, until));
    }

    private static ArrayList<Problem> problems(char[] password) {
        var problems = new ArrayList<Problem>();
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            problems.add(
                    Problem.of(
                            "password",
                            password.length,
                            "operators.password-length",
                            SHORTEST_PASSWORD,
                            LONGEST_PASSWORD));
        }
        return problems;
    }

    private boolean verify(char[] password, String hash) {
        computing.acquireUninterruptibly();
        try {
            return password.length <= LONGEST_PASSWORD && passwords.verify(password, hash);
        } finally {
            computing.release();
        }
    }

    private String hash(char[] password) {
        computing.acquireUninterruptibly();
        try {
            return passwords.hash(password);
        } finally {
            computing.release();
        }
    }
}
