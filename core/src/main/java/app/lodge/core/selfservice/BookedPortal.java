package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Tx;
import app.lodge.core.operators.Passwords;
import app.lodge.core.operators.Patience;
import app.lodge.core.selfservice.Login.State;
import app.lodge.core.selfservice.LoginStore.Row;
import app.lodge.core.selfservice.OneTimeCodes.Purpose;
import app.lodge.core.selfservice.OneTimeCodes.Tried;
import app.lodge.core.selfservice.SelfService.LoginOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a portal may ask for, with the same patience for wrong secrets as operators get. What it says about a
/// login that there is, it says about one that there is not.
final class BookedPortal implements Portal {

    private final Books books;
    private final RulesKept rules;
    private final Logins logins;
    private final LoginLife life;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final HolderDesk desk;
    private final HolderSessions sessions;

    BookedPortal(
            Books books,
            RulesKept rules,
            Logins logins,
            LoginLife life,
            OneTimeCodes codes,
            Passwords passwords,
            HolderDesk desk) {
        this.books = books;
        this.rules = rules;
        this.logins = logins;
        this.life = life;
        this.codes = codes;
        this.passwords = passwords;
        this.desk = desk;
        this.sessions = new HolderSessions(books.clock());
    }

    @Override
    public List<Problem> open(Actor device, RequestId request, String email) {
        device.require(Permission.DEVICE_TRAFFIC);
        return switch (life.open(device, request, email, Map.of())) {
            case LoginOutcome.Done _ -> List.of();
            case LoginOutcome.Rejected(var problems) -> problems;
        };
    }

    @Override
    public SecretOutcome setSecret(
            Actor device, RequestId request, String email, String code, char[] secret) {
        device.require(Permission.DEVICE_TRAFFIC);
        var problems = Passwords.problems(secret);
        if (!problems.isEmpty()) {
            return new SecretOutcome.Rejected(problems);
        }
        var phc = passwords.hash(secret); // takes as long where nobody has the address
        var row = logins.named(email);
        if (row.isEmpty() || row.get().state() == State.BLOCKED) {
            return new SecretOutcome.WrongCode();
        }
        var id = row.get().id();
        return books.once(
                device,
                request,
                "self-service.secret",
                List.of(id, code),
                SecretOutcome.class,
                tx -> secretSet(tx, id, code, phc));
    }

    private SecretOutcome secretSet(Tx tx, LoginId id, String code, String phc) {
        var row = logins.store().find(tx.sql(), id).orElseThrow();
        return switch (codes.tried(
                tx, Purpose.SECRET, id.number(), code, rules.now().wrongTries())) {
            case Tried.Right() -> {
                logins.store().secret(tx, id, logins.sealedSecret(row, phc));
                logins.store().state(tx, id, State.ACTIVE);
                tx.journal("self-service.secret-set", Logins.subject(id), Map.of());
                tx.afterCommit(() -> sessions.endAll(id));
                yield new SecretOutcome.Set();
            }
            case Tried.Wrong(int left) -> {
                tx.journal("self-service.code-wrong", Logins.subject(id), Map.of("left", left));
                yield new SecretOutcome.WrongCode();
            }
            case Tried.None() -> new SecretOutcome.WrongCode();
        };
    }

    @Override
    public SignInOutcome signIn(Actor device, String email, char[] secret) {
        device.require(Permission.DEVICE_TRAFFIC);
        var found = logins.named(email).filter(row -> row.state() == State.ACTIVE);
        if (found.isEmpty()) {
            passwords.verifyNobodys(secret); // takes as long as a known address
            return new SignInOutcome.Wrong(Duration.ZERO);
        }
        var row = found.get();
        var now = books.clock().instant();
        var locked = row.lockedUntil();
        if (locked != null && locked.isAfter(now)) {
            return new SignInOutcome.Wrong(Duration.between(now, locked));
        }
        if (!passwords.verify(secret, logins.secret(row))) {
            return wrong(device, row, now);
        }
        books.write(
                device,
                tx -> {
                    logins.store().attempts(tx, row.id(), 0, null);
                    return tx.journal("self-service.signed-in", Logins.subject(row.id()), Map.of());
                });
        return new SignInOutcome.SignedIn(
                sessions.begin(row.id(), device.operatorId()), now.plus(HolderSessions.IDLE));
    }

    private SignInOutcome wrong(Actor device, Row row, Instant now) {
        var failed = row.failed() + 1;
        var next = Patience.after(failed, now);
        books.write(
                device,
                tx -> {
                    logins.store().attempts(tx, row.id(), failed, next);
                    return tx.journal(
                            "self-service.sign-in-failed",
                            Logins.subject(row.id()),
                            Map.of("attempts", failed));
                });
        return new SignInOutcome.Wrong(next == null ? Duration.ZERO : Duration.between(now, next));
    }

    @Override
    public void signOut(Actor device, String token) {
        device.require(Permission.DEVICE_TRAFFIC);
        sessions.end(token, device.operatorId());
    }

    @Override
    public Optional<HolderAnswer> carryOut(
            Actor device, RequestId request, String token, HolderRequest wanted) {
        device.require(Permission.DEVICE_TRAFFIC);
        return sessions.login(token, device.operatorId())
                .filter(login ->
                        logins.find(login).filter(row -> row.state() == State.ACTIVE).isPresent())
                .map(login -> desk.carryOut(acting(device), request, login, wanted));
    }

    /// The portal's name stands in the journal; what it may do is what {@link HolderDesk} has looked at.
    private static Actor acting(Actor device) {
        return new Actor(device.operatorId(), device.name(), Role.SYSTEM, device.workstation());
    }
}
