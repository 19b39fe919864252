package app.lodge.core.selfservice;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.Link.State;
import app.lodge.core.settings.SiteSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Links as they stand today: the day on which somebody comes of age is computed from what the register
/// knows, and kept nowhere (ID-25).
final class Links {

    static final String RIGHT_LOST = "self-service.right-lost";

    private static final Actor SYSTEM = Actor.system("self-service");

    private final Books books;
    private final Register register;
    private final Accounts accounts;
    private final Supplier<SiteSettings> settings;
    private final RulesKept rules;
    private final LinkStore store = new LinkStore();
    private final LoginStore logins = new LoginStore();

    Links(
            Books books,
            Register register,
            Accounts accounts,
            Supplier<SiteSettings> settings,
            RulesKept rules) {
        this.books = books;
        this.register = register;
        this.accounts = accounts;
        this.settings = settings;
        this.rules = rules;
    }

    LinkStore store() {
        return store;
    }

    Optional<PersonId> owner(AccountId account) {
        return accounts.find(SYSTEM, account).map(Account::holder);
    }

    List<Problem> problems(Link.Wanted wanted) {
        var problems = new ArrayList<Problem>();
        if (wanted.rights().isEmpty()) {
            problems.add(Problem.of("rights", "", "self-service.no-rights"));
        }
        var until = wanted.until();
        if (until != null && until.isBefore(today())) {
            problems.add(Problem.of("until", until, "limits.until-over", today()));
        }
        if (wanted.atMajority()) {
            owner(wanted.account())
                    .map(this::lastDayAsMinor)
                    .ifPresent(last -> {
                        if (last.isEmpty()) {
                            problems.add(
                                    Problem.of("atMajority", "", "self-service.no-birth-date"));
                        } else if (last.get().isBefore(today())) {
                            problems.add(Problem.of("atMajority", "", "self-service.of-age"));
                        }
                    });
        }
        return problems;
    }

    Link get(Tx tx, long link) {
        return today(store.find(tx.sql(), link).orElseThrow());
    }

    Optional<Link> find(long link) {
        return books.read(sql -> store.find(sql, link)).map(this::today);
    }

    List<Link> ofLogin(LoginId login) {
        return books.read(sql -> store.ofLogin(sql, login)).stream().map(this::today).toList();
    }

    List<Link> ofPerson(PersonId person) {
        return books.read(sql -> store.ofPerson(sql, person)).stream().map(this::today).toList();
    }

    /// The link by which a login reaches an account, if it gives this right today.
    Optional<Link> giving(LoginId login, AccountId account, LinkRight right) {
        return ofLogin(login).stream()
                .filter(link -> link.account().equals(account) && link.may(right))
                .findFirst();
    }

    /// What stands against it now, in the unit of writing that is about to use the right.
    List<Problem> against(Tx tx, LoginId login, AccountId account, LinkRight right) {
        var works =
                logins.find(tx.sql(), login)
                        .filter(row ->
                                switch (row.state()) {
                                    case OPENED, ACTIVE -> true;
                                    case BLOCKED, ENDED -> false;
                                })
                        .isPresent();
        var gives =
                store.ofLogin(tx.sql(), login).stream()
                        .filter(link -> link.account().equals(account))
                        .anyMatch(link -> today(link).may(right));
        return works && gives
                ? List.of()
                : List.of(Problem.of("right", right, RIGHT_LOST, login.number()));
    }

    /// Whose own login it is.
    List<PersonId> own(LoginId login) {
        return ofLogin(login).stream()
                .filter(link -> link.own() && link.state() == State.STANDS)
                .map(Link::owner)
                .distinct()
                .toList();
    }

    /// A new link takes the place of an older one between the same two.
    void supersede(Tx tx, Link wanted) {
        var older =
                store.ofLogin(tx.sql(), wanted.login()).stream()
                        .filter(link ->
                                link.account().equals(wanted.account())
                                        && link.id() != wanted.id()
                                        && link.state() != State.ENDED)
                        .map(Link::id)
                        .toList();
        store.end(tx, older);
    }

    void journal(Tx tx, String kind, Link link) {
        tx.journal(
                kind,
                subject(link.owner()),
                Map.of(
                        "link", link.id(),
                        "login", link.login().number(),
                        "account", link.account().number(),
                        "rights", LinkStore.codes(link.rights()),
                        "own", link.own(),
                        "until", String.valueOf(link.until()),
                        "atMajority", link.atMajority(),
                        "proof", link.proof().name()));
    }

    static String subject(PersonId person) {
        return "person:" + person.number();
    }

    LocalDate today() {
        return LocalDate.ofInstant(books.clock().instant(), settings.get().zone());
    }

    private Link today(Link row) {
        var last = lastDay(row);
        var over = last != null && last.isBefore(today());
        return new Link(
                row.id(),
                row.login(),
                row.account(),
                row.owner(),
                over ? State.ENDED : row.state(),
                row.rights(),
                row.own(),
                row.until(),
                row.atMajority(),
                last,
                row.proof(),
                row.askedAt(),
                row.linkedAt(),
                row.endedAt());
    }

    private @Nullable LocalDate lastDay(Link row) {
        var until = row.until();
        if (!row.atMajority()) {
            return until;
        }
        // Whose age nobody knows any more is shown to nobody.
        var minor = lastDayAsMinor(row.owner()).orElse(LocalDate.EPOCH);
        return until == null || minor.isBefore(until) ? minor : until;
    }

    private Optional<LocalDate> lastDayAsMinor(PersonId owner) {
        return register.find(SYSTEM, owner)
                .flatMap(person -> Optional.ofNullable(person.details().birthDate()))
                .map(birth -> birth.plusYears(rules.now().majorityYears()).minusDays(1));
    }
}
