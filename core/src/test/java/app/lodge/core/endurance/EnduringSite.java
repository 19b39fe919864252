package app.lodge.core.endurance;

import static app.lodge.core.books.tables.Tables.DEVICE_ASK;
import static app.lodge.core.books.tables.Tables.JOURNAL;
import static app.lodge.core.books.tables.Tables.LEDGER_ENTRY;
import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static app.lodge.core.books.tables.Tables.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.AccountRules.Tariff;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.BooksAudit;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.PlainRows;
import app.lodge.core.accounts.Postings;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.CarelessBooks;
import app.lodge.core.books.FillableDisk;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.media.Credentials;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A site whose every verb of money can be called: a worker each with a person, a card, a payment point
/// and a desk, one account that all of them move money to, one cost centre that all of them charge.
final class EnduringSite implements AutoCloseable {

    static final int WORKERS = 4;
    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
    static final Actor CHIEF = new Actor(1, "Root", Role.ADMINISTRATOR, "office");

    private static final Actor SYSTEM = Actor.system("test");
    private static final String KEY = "ef".repeat(32);

    volatile Instant now = START;
    final Books books;
    final Accounts accounts;
    final Payments payments;
    final Postings postings;
    final Periods periods;
    final MediaCharges charges;
    final CashDesks desks;
    private final SiteSettings settings =
            SiteSettings.of("Campus", EUR, ZoneId.of("Europe/Zagreb"), "en");
    private final List<AccountId> ids = new ArrayList<>();

    private EnduringSite(Function<InstantSource, Books> opening) {
        books = opening.apply(() -> now);
        var shifts = CashDesks.shifts(books);
        var keeping =
                Bookkeeping.of(books, () -> settings, CostCentres.budgets(books)).with(shifts);
        accounts = Accounts.in(keeping);
        payments = Payments.in(keeping, Credentials.inBooks());
        postings = Postings.in(keeping, (_, _, _) -> false, _ -> "Ana Horvat");
        periods = Periods.in(keeping);
        charges = MediaCharges.in(keeping);
        desks = CashDesks.in(books, CashLedger.in(keeping), shifts, () -> settings);
        if (accounts.find(SYSTEM, new AccountId(1)).isEmpty()) {
            fill(MoneyRules.in(keeping), CostCentres.in(books, () -> settings));
        }
        for (var person = 1; person <= WORKERS + 1; person++) {
            ids.add(accounts.ofPerson(SYSTEM, new PersonId(person)).orElseThrow().id());
        }
    }

    /// @param where a `jdbc:` address, `mem:` and a name, or a file; one in a folder named `careless` is opened as H2 comes
    static EnduringSite open(String where) {
        return new EnduringSite(clock -> {
            if (where.startsWith("jdbc:")) {
                return Books.open(
                        new BooksSource.PostgreSql(where, "postgres", ""), clock, new Plain());
            }
            if (where.startsWith("mem:")) {
                return Books.open(new BooksSource.InMemory(where.substring(4)), clock, new Plain());
            }
            var file = Path.of(where);
            return where.contains("careless")
                    ? CarelessBooks.open(file, clock, new Plain())
                    : Books.open(new BooksSource.EmbeddedFile(file, KEY), clock, new Plain());
        });
    }

    /// On a disk that can be full.
    static EnduringSite fillable(Path file) {
        return new EnduringSite(clock -> FillableDisk.open(file, KEY, clock, new Plain()));
    }

    private void fill(MoneyRules rules, CostCentres centres) {
        books.write(
                SYSTEM,
                tx -> {
                    PlainRows.operator(tx, 1, "Root", "ADMINISTRATOR");
                    for (var number = 1L; number <= WORKERS + 1; number++) {
                        PlainRows.operator(tx, 1 + number, "clerk-" + number, "CLERK");
                        PlainRows.device(tx, number);
                        enrol(tx, number);
                    }
                    return null;
                });
        var standard = AccountRules.STANDARD;
        rules.change(
                CHIEF,
                new RequestId("rules"),
                new AccountRules(
                        standard.transfers(),
                        standard.approvals(),
                        new Tariff(500, 250, Map.of(BlockReason.LOST, 150L), ""),
                        standard.taxCodes(),
                        standard.dormantMonths()));
        if (!(centres.add(CHIEF, new RequestId("add"), "kitchen", "Kitchen", OverBudget.OWN_ACCOUNT)
                instanceof CentreOutcome.Done(var centre))) {
            throw new IllegalStateException("No cost centre");
        }
        centres.setBudget(
                CHIEF,
                new RequestId("budget"),
                centre.id(),
                new Budget(0, Budget.Period.MONTH, 20_000, false, LocalDate.of(2026, 10, 1), null));
        for (var person = 1L; person <= WORKERS; person++) {
            centres.link(
                    CHIEF,
                    new RequestId("link-" + person),
                    centre.id(),
                    new CostCentres.Link(Holder.PERSON, person, false));
        }
    }

    private void enrol(Tx tx, long number) {
        var subject = PlainRows.person(tx, number);
        AccountOpening.in(() -> settings).open(tx, new PersonId(number), subject);
        PlainRows.card(tx, number, uid(number));
    }

    /// @param worker from 1; one more for the account that all share
    AccountId account(int worker) {
        return ids.get(worker - 1);
    }

    long posted(int worker) {
        return accounts.find(SYSTEM, account(worker)).orElseThrow().balance().minor();
    }

    /// What stands in the books: journal rows, postings, entries, kept answers, questions of devices.
    List<Integer> rows() {
        return books.read(sql ->
                List.of(
                        sql.fetchCount(JOURNAL),
                        sql.fetchCount(LEDGER_POSTING),
                        sql.fetchCount(LEDGER_ENTRY),
                        sql.fetchCount(REQUEST),
                        sql.fetchCount(DEVICE_ASK)));
    }

    /// The books agree with themselves and their chain holds.
    void requireSound(String where) {
        assertThat(new BooksAudit(books).findings()).as(where).isEmpty();
        var standing = Conservation.in(books).lookNow(CHIEF);
        assertThat(standing.holds()).as("%s: %s", where, standing).isTrue();
    }

    static Actor clerk(int worker) {
        return new Actor(1 + worker, "clerk-" + worker, Role.CLERK, "desk-" + worker);
    }

    static Actor point(int worker) {
        return Actor.device(worker, "point-" + worker);
    }

    static Uid uid(long person) {
        return PlainRows.uid(person);
    }

    static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    @Override
    public void close() {
        books.close();
    }

    private static final class Plain implements Sealing {
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
