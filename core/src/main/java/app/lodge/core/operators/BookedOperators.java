package app.lodge.core.operators;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Mandate;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Scope;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.keys.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Operators as the books hold them; passwords only as Argon2id.
final class BookedOperators implements Operators {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{1,39}");

    private final Books books;
    private final Passwords passwords;
    private final OperatorStore store = new OperatorStore();
    private final RoleStore roles = new RoleStore();

    BookedOperators(Books books, PasswordHash passwords) {
        this.books = books;
        this.passwords = new Passwords(passwords);
    }

    @Override
    public SignInOutcome signIn(String name, char[] password, String workstation) {
        var known = books.read(sql -> store.named(sql, name.strip()));
        var at = new Actor(0, "sign-in", Role.SYSTEM, workstation);
        if (known.isEmpty() || !known.get().operator().active()) {
            passwords.verifyNobodys(password); // takes as long as a known name
            return new SignInOutcome.Wrong(Duration.ZERO);
        }
        var operator = known.get().operator();
        var failed = known.get().failedAttempts();
        var now = books.clock().instant();
        var locked = operator.lockedUntil();
        if (locked != null && locked.isAfter(now)) {
            return refusal(failed, locked, now);
        }
        if (!passwords.verify(password, known.get().passwordHash())) {
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
        var actor = actor(operator, workstation);
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
        var problems = Passwords.problems(password);
        var trimmed = name.strip();
        if (!NAME.matcher(trimmed).matches()) {
            problems.add(Problem.of("name", trimmed, "operators.name-form"));
        }
        if (role.forPeople() && !actor.mandate().covers(Mandate.of(role))) {
            problems.add(Problem.of("role", role, "operators.beyond-yours"));
        }
        if (!role.forPeople()) {
            problems.add(Problem.of("role", role, "operators.role-not-for-people"));
        }
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        var hash = passwords.hash(password);
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
        var problems = Passwords.problems(password);
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        var hash = passwords.hash(password);
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
    public AddOutcome changeOwnPassword(
            Actor actor, RequestId request, char[] present, char[] next) {
        var problems = Passwords.problems(next);
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        return new OwnPassword(books, passwords, store).change(actor, request, present, next);
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
                    if (lastAdministrator(tx, operator)) {
                        return rejected(
                                "operator", known.get().name(), "operators.last-administrator");
                    }
                    store.deactivate(tx, operator);
                    tx.journal("operator.deactivated", "operator:" + operator, Map.of());
                    return new AddOutcome.Done(store.find(tx.sql(), operator).orElseThrow());
                });
    }

    @Override
    public AddOutcome reactivate(Actor actor, RequestId request, long operator) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.once(
                actor,
                request,
                "operators.reactivate",
                operator,
                AddOutcome.class,
                tx -> new Reactivation(store).of(tx, operator));
    }

    @Override
    public AddOutcome assign(
            Actor actor, RequestId request, long operator, StaffRole role, Scope scope) {
        actor.require(Permission.CHANGE_OPERATORS);
        return books.once(
                actor,
                request,
                "operators.assign",
                List.of(operator, role.id(), role.template(), scope),
                AddOutcome.class,
                tx -> assigned(tx, operator, role, scope));
    }

    private AddOutcome assigned(Tx tx, long operator, StaffRole asked, Scope scope) {
        var known = store.find(tx.sql(), operator);
        if (known.isEmpty()) {
            return unknown(operator);
        }
        var role =
                asked.id() == 0
                        ? Optional.of(StaffRole.shipped(asked.template()))
                        : roles.find(tx.sql(), asked.id());
        if (role.isEmpty() || !role.get().template().forPeople()) {
            return rejected("role", asked.id(), "operators.role-unknown");
        }
        if (scope instanceof Scope.Departments(var names) && names.isEmpty()) {
            return rejected("scope", "", "operators.scope-empty");
        }
        var mandate = BookedRoles.mandate(role.get(), scope);
        if (!tx.actor().mandate().covers(mandate)) {
            return rejected("role", known.get().name(), "operators.beyond-yours");
        }
        var administers =
                role.get().id() == 0
                        && role.get().template() == Role.ADMINISTRATOR
                        && scope instanceof Scope.Site;
        if (!administers && lastAdministrator(tx, operator)) {
            return rejected("operator", known.get().name(), "operators.last-administrator");
        }
        var ownRole = role.get().id() == 0 ? null : role.get().id();
        store.assign(tx, operator, role.get().template(), ownRole, scope);
        tx.journal(
                "operator.assigned",
                "operator:" + operator,
                Map.of(
                        "role",
                        role.get().template().name(),
                        "ownRole",
                        role.get().id(),
                        "scope",
                        Json.text(scope, Scope.class)));
        return new AddOutcome.Done(store.find(tx.sql(), operator).orElseThrow());
    }

    /// Whether nobody else could put things right.
    private boolean lastAdministrator(Tx tx, long operator) {
        return store.all(tx.sql()).stream()
                .noneMatch(other ->
                        other.id() != operator
                                && other.active()
                                && other.role() == Role.ADMINISTRATOR
                                && other.ownRole() == null
                                && other.scope() instanceof Scope.Site);
    }

    @Override
    public Optional<Actor> signedIn(long operator, String workstation) {
        return books.read(sql -> store.find(sql, operator))
                .filter(Operator::active)
                .map(known -> actor(known, workstation));
    }

    private static Actor actor(Operator operator, String workstation) {
        return new Actor(
                operator.id(),
                operator.name(),
                operator.role(),
                workstation,
                BookedRoles.mandate(operator.staffRole(), operator.scope()));
    }

    static AddOutcome rejected(String field, Object value, String key) {
        return new AddOutcome.Rejected(List.of(Problem.of(field, value, key)));
    }

    static AddOutcome unknown(long operator) {
        return rejected("operator", operator, "operators.unknown");
    }

    private static SignInOutcome refusal(int failed, Instant until, Instant now) {
        return failed >= Patience.LOCK_OUT_AT
                ? new SignInOutcome.LockedOut(until)
                : new SignInOutcome.Wrong(Duration.between(now, until));
    }
}
