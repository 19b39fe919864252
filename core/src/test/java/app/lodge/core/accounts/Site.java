package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.MEDIUM;
import static app.lodge.core.books.tables.Tables.PERSON;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.CarelessBooks;
import app.lodge.core.books.CountedBooks;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.groups.Groups;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.MediumState;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.people.PersonState;
import app.lodge.core.settings.SiteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A small site: people 1…n with one active card each, payment points 1…n, a clerk, a clock that stands
/// still until moved.
final class Site implements AutoCloseable {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    static final java.time.LocalDate TODAY = java.time.LocalDate.of(2026, 11, 22);
    static final Actor CLERK = new Actor(2, "Ana", Role.CLERK, "desk-1");
    static final Actor ADMINISTRATOR = new Actor(1, "Root", Role.ADMINISTRATOR, "desk-1");
    static final Actor SYSTEM = Actor.system("bridge");

    final Books books;
    final SiteSettings settings = SiteSettings.of("Campus", EUR, ZoneId.of("Europe/Zagreb"), "en");
    final Bookkeeping keeping;
    final Accounts accounts;
    final Periods periods;
    final MoneyRules moneyRules;
    final Limits limits;
    final CostCentres costCentres;
    final MediaCharges charges;
    final Groups groups;
    final Postings postings;
    final Map<Long, FourEyes.Matter> approvals = new ConcurrentHashMap<>();
    final Payments payments;
    final List<AccountId> ids = new ArrayList<>();
    volatile Instant now = START;

    Site(BooksSource source, int people, int devices) {
        this(clock -> Books.open(source, clock, new PlainSealing()), people, devices);
    }

    private Site(Function<InstantSource, Books> opening, int people, int devices) {
        books = opening.apply(() -> now);
        keeping = Bookkeeping.of(books, () -> settings, CostCentres.budgets(books));
        accounts = Accounts.in(keeping);
        payments = Payments.in(keeping, Credentials.inBooks());
        periods = Periods.in(keeping);
        moneyRules = MoneyRules.in(keeping);
        limits = Limits.in(keeping);
        costCentres = CostCentres.in(books, () -> settings);
        charges = MediaCharges.in(keeping);
        groups = Groups.in(books, List.of(keeping.memberships()));
        postings =
                Postings.in(
                        keeping,
                        (_, approval, matter) -> approvals.remove(approval, matter),
                        person -> "Ana-Marija Horvat");
        if (accounts.find(SYSTEM, new AccountId(1)).isEmpty()) {
            books.write(
                    SYSTEM,
                    tx -> {
                        PlainRows.operator(tx, 2, "Ana", "CLERK");
                        for (var i = 1; i <= devices; i++) {
                            PlainRows.device(tx, i);
                        }
                        for (var i = 1; i <= people; i++) {
                            enrol(tx, i);
                        }
                        return null;
                    });
        }
        for (var i = 1; i <= people; i++) {
            ids.add(accounts.ofPerson(SYSTEM, new PersonId(i)).orElseThrow().id());
        }
    }

    /// On H2 as it comes, which loses answered writes when killed.
    static Site careless(Path file, int people, int devices) {
        return new Site(
                clock -> CarelessBooks.open(file, clock, new PlainSealing()), people, devices);
    }

    /// Notes each way to the database that the one writer makes.
    static Site counted(BooksSource source, CountedBooks.Trips trips, int people, int devices) {
        return new Site(
                clock -> CountedBooks.open(source, clock, new PlainSealing(), trips),
                people,
                devices);
    }

    static Site inMemory(int people, int devices) {
        return new Site(new BooksSource.InMemory(UUID.randomUUID().toString()), people, devices);
    }

    private void enrol(Tx tx, long number) {
        var subject = PlainRows.person(tx, number);
        AccountOpening.in(() -> settings).open(tx, new PersonId(number), subject);
        PlainRows.card(tx, number, uid(number));
    }

    void setMedium(long number, MediumState state) {
        books.write(
                SYSTEM,
                tx ->
                        tx.sql()
                                .update(MEDIUM)
                                .set(MEDIUM.STATE, state.name())
                                .where(MEDIUM.ID.eq(number))
                                .execute());
    }

    void setPerson(long number, PersonState state) {
        books.write(
                SYSTEM,
                tx ->
                        tx.sql()
                                .update(PERSON)
                                .set(PERSON.STATE, state.name())
                                .where(PERSON.ID.eq(number))
                                .execute());
    }

    AccountId id(int person) {
        return ids.get(person - 1);
    }

    Account account(int person) {
        return accounts.find(SYSTEM, id(person)).orElseThrow();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// The card of a person; number 99 is nobody's.
    static Uid uid(long person) {
        return PlainRows.uid(person);
    }

    static Actor point(long device) {
        return Actor.device(device, "point-" + device);
    }

    static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    @Override
    public void close() {
        books.close();
    }

    private static final class PlainSealing implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
