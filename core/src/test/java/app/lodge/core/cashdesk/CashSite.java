package app.lodge.core.cashdesk;

import static app.lodge.core.books.tables.Tables.OPERATOR;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.AccountOpening;
import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.BooksAudit;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.PlainRows;
import app.lodge.core.accounts.Postings;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.books.Sealing;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.money.Money;
import app.lodge.core.operators.Operators;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/// A site of two desks: a few accounts, two clerks, two administrators, a clock that stands still until
/// moved, and answers that can be made to fail while they are kept.
public final class CashSite implements AutoCloseable {

    public static final Currency EUR = Currency.getInstance("EUR");
    public static final char[] PASSWORD = "long enough now".toCharArray();
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    public final Books books;
    public final SiteSettings settings =
            SiteSettings.of("Campus", EUR, ZoneId.of("Europe/Zagreb"), "en");
    public final Operators operators;
    public final Approvals approvals;
    public final List<AccountId> accountIds = new ArrayList<>();
    public final Actor ana;
    public final Actor ben;
    public final Actor chief;
    public final Actor deputy;

    private final FailingSealing sealing = new FailingSealing();
    private volatile Instant now = START;
    private Accounts accounts;
    private Postings postings;
    private MoneyRules moneyRules;
    private CashDesks desks;

    public CashSite(BooksSource source, int people) {
        books = Books.open(source, () -> now, sealing);
        operators = Operators.in(books, new PasswordHash(new KdfCost(64, 1, 1)));
        approvals = Approvals.in(books, operators);
        ana = operator("ana", Role.CLERK, "desk-1");
        ben = operator("ben", Role.CLERK, "desk-2");
        chief = operator("chief", Role.ADMINISTRATOR, "office");
        deputy = operator("deputy", Role.ADMINISTRATOR, "office");
        restart();
        books.write(
                Actor.system("test"),
                tx -> {
                    for (var i = 1L; i <= people; i++) {
                        var subject = PlainRows.person(tx, i);
                        accountIds.add(
                                AccountOpening.in(() -> settings)
                                        .open(tx, new PersonId(i), subject));
                    }
                    return accountIds;
                });
    }

    public static CashSite inMemory(int people) {
        return new CashSite(new BooksSource.InMemory(UUID.randomUUID().toString()), people);
    }

    private Actor operator(String name, Role role, String workstation) {
        operators.add(Actor.system("test"), RequestId.fresh(), name, role, PASSWORD);
        var id =
                books.read(sql ->
                        sql.select(OPERATOR.ID)
                                .from(OPERATOR)
                                .where(OPERATOR.NAME.eq(name))
                                .fetchSingle()
                                .value1());
        return new Actor(id, name, role, workstation);
    }

    /// Forgets what was in memory, as a bridge that was killed does.
    public void restart() {
        var shifts = CashDesks.shifts(books);
        var keeping =
                Bookkeeping.of(books, () -> settings, CostCentres.budgets(books)).with(shifts);
        accounts = Accounts.in(keeping);
        moneyRules = MoneyRules.in(keeping);
        postings = Postings.in(keeping, Approvals.fourEyes(), _ -> "Ana Horvat");
        desks = CashDesks.in(books, CashLedger.in(keeping), shifts, () -> settings);
    }

    /// From now on no answer is kept: everything that was done for it comes to nothing, also when a unit
    /// that failed in a group is tried again alone.
    public void fail() {
        sealing.fail = true;
    }

    public void failNoMore() {
        sealing.fail = false;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Postings postings() {
        return postings;
    }

    public CashDesks desks() {
        return desks;
    }

    /// Above this many cents a second person approves.
    public void approveAbove(long cents) {
        var old = AccountRules.STANDARD;
        moneyRules.change(
                chief,
                RequestId.fresh(),
                new AccountRules(
                        old.transfers(),
                        new AccountRules.ApprovalLevels(cents, cents, cents, cents),
                        old.tariff(),
                        old.taxCodes(),
                        old.dormantMonths()));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public List<BooksAudit.Finding> findings() {
        return new BooksAudit(books).findings();
    }

    public static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    /// The fewest pieces that make an amount.
    public static Count count(long cents) {
        var lines = new ArrayList<Count.Line>();
        var rest = cents;
        for (var one : Denomination.of(EUR)) {
            if (rest >= one.minor()) {
                lines.add(new Count.Line(one.minor(), (int) (rest / one.minor())));
                rest %= one.minor();
            }
        }
        return new Count(EUR, lines);
    }

    @Override
    public void close() {
        books.close();
    }

    private static final class FailingSealing implements Sealing {
        private volatile boolean fail;

        @Override
        public byte[] seal(byte[] plain) {
            if (fail) {
                throw new IllegalStateException("The power is gone");
            }
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
