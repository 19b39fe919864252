package app.lodge.core.accounts;

import app.lodge.core.accounts.TopUpOutcome.AboveMaximumBalance;
import app.lodge.core.accounts.TopUpOutcome.AccountBlocked;
import app.lodge.core.accounts.TopUpOutcome.Rejected;
import app.lodge.core.accounts.TopUpOutcome.ToppedUp;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts in the books, moved by postings of the ledger.
final class BookedAccounts implements Accounts {

    private static final int LONGEST_PAGE = 500;

    private final Books books;
    private final Bookkeeping keeping;
    private final Ledger ledger;
    private final AccountStore accounts;
    private final SecondAccount second;
    private final MovementStore movements;
    private final PastStore closed = new PastStore();
    private final ReceiptStore receipts = new ReceiptStore();
    private final RecordingAccounts recording = new RecordingAccounts();

    BookedAccounts(Bookkeeping keeping) {
        this.books = keeping.books();
        this.keeping = keeping;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(books);
        this.second = new SecondAccount(keeping, accounts);
        this.movements = new MovementStore(books);
    }

    @Override
    public Optional<Account> find(Actor actor, AccountId id) {
        actor.require(Permission.SEE_ACCOUNTS);
        return accounts.find(id);
    }

    @Override
    public Optional<Account> ofPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_ACCOUNTS);
        return accounts.ofPerson(person);
    }

    @Override
    public List<Account> allOfPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_ACCOUNTS);
        return accounts.allOfPerson(person);
    }

    @Override
    public OpenOutcome open(Actor actor, RequestId request, PersonId person, Currency currency) {
        actor.require(Permission.OPEN_ACCOUNTS);
        return books.once(
                actor,
                request,
                "accounts.open",
                List.of(person, currency.getCurrencyCode()),
                OpenOutcome.class,
                tx -> second.open(tx, person, currency));
    }

    private record TopUp(AccountId account, Money amount, PaymentMeans means) {}

    @Override
    public TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means) {
        actor.require(Permission.TOP_UP);
        return books.once(
                actor,
                request,
                "accounts.top-up",
                new TopUp(id, amount, means),
                TopUpOutcome.class,
                tx -> topUpIn(tx, request, new TopUp(id, amount, means)));
    }

    private TopUpOutcome topUpIn(Tx tx, RequestId request, TopUp topUp) {
        var origin = Origin.of("request", request.value(), content(topUp));
        var booked = ledger.findBooked(tx, origin);
        if (booked.isPresent()) {
            return toppedUp(tx, topUp.account, booked.get());
        }
        if (!PaymentMeans.atTheCounter().contains(topUp.means)) {
            return new Rejected(
                    List.of(Problem.of("means", topUp.means, "accounts.means-not-at-counter")));
        }
        var found = accounts.find(tx, topUp.account);
        if (found.isEmpty()) {
            return new Rejected(
                    List.of(Problem.of("account", topUp.account.number(), "accounts.not-found")));
        }
        var account = found.get();
        var problems = problems(account, topUp.amount);
        if (!problems.isEmpty()) {
            return new Rejected(problems);
        }
        var blocked = account.blockReason();
        if (account.blocked() && blocked != null) {
            return new AccountBlocked(blocked);
        }
        var maximum = keeping.limits().maximumBalance(tx, account);
        if (topUp.amount.minor() > maximum - account.balance().minor()) {
            return new AboveMaximumBalance(
                    new Money(
                            saturatedSum(account.balance().minor(), topUp.amount.minor()),
                            topUp.amount.currency()),
                    new Money(maximum, topUp.amount.currency()));
        }
        var against = recording.againstCash(tx, keeping.shifts(), topUp.means, topUp.amount);
        return against.isEmpty() ? post(tx, origin, topUp) : new Rejected(against);
    }

    private TopUpOutcome post(Tx tx, Origin origin, TopUp topUp) {
        var amount = topUp.amount;
        var posting =
                new Posting(
                        PostingKind.TOP_UP,
                        origin,
                        tx.now(),
                        List.of(
                                new Entry(topUp.account, amount),
                                new Entry(
                                        recording.counter(tx, topUp.means, amount.currency()),
                                        amount.negated())),
                        Booking.AUTHORISING,
                        0,
                        null,
                        false);
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked booked -> {
                var year = LocalDate.ofInstant(tx.now(), keeping.settings().zone()).getYear();
                receipts.insert(tx, "R" + year, booked.number(), booked.mark().number());
                yield toppedUp(tx, topUp.account, booked.number());
            }
            case PostingOutcome.Repeated(long number) -> toppedUp(tx, topUp.account, number);
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("A top-up was refused: " + below);
        };
    }

    private ToppedUp toppedUp(Tx tx, AccountId id, long posting) {
        return new ToppedUp(
                accounts.find(tx, id).orElseThrow(),
                receipts.find(tx, posting, keeping.settings().name()).orElseThrow());
    }

    private static List<Problem> problems(Account account, Money amount) {
        if (!amount.currency().equals(account.balance().currency())) {
            return List.of(
                    Problem.of(
                            "amount",
                            amount,
                            "accounts.currency-mismatch",
                            account.balance().currency()));
        }
        return amount.positive()
                ? List.of()
                : List.of(Problem.of("amount", amount, "accounts.amount-not-positive"));
    }

    @Override
    public Page<Movement> movements(
            Actor actor, AccountId id, LookPurpose purpose, @Nullable String after, int limit) {
        actor.require(Permission.SEE_ACCOUNTS);
        if (purpose == LookPurpose.COUNTER) {
            actor.require(Permission.TOP_UP);
            var most = Math.clamp(limit, 1, AT_THE_COUNTER);
            return new Page<>(movements.list(id, Long.MAX_VALUE, most), null);
        }
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        books.write(
                actor,
                tx ->
                        tx.journal(
                                "account.looked-at",
                                "account:" + id.number(),
                                Map.of("purpose", purpose.name())));
        var rows = movements.list(id, before(after), size + 1);
        return rows.size() > size
                ? new Page<>(rows.subList(0, size), Long.toString(rows.get(size - 1).posting()))
                : new Page<>(rows, null);
    }

    @Override
    public Optional<Receipt> receiptOf(Actor actor, long posting) {
        actor.require(Permission.TOP_UP);
        return books.write(
                actor,
                tx ->
                        receipts.find(tx, posting, keeping.settings().name())
                                .filter(receipt -> receipt.copy() == 0));
    }

    @Override
    public Optional<Receipt> copyOfReceipt(Actor actor, long posting) {
        actor.require(Permission.TOP_UP);
        return books.write(
                actor,
                tx -> {
                    receipts.countCopy(tx, posting);
                    var copy = receipts.find(tx, posting, keeping.settings().name());
                    copy.ifPresent(receipt ->
                            tx.journal(
                                    "receipt.copied",
                                    "account:" + receipt.account().number(),
                                    Map.of(
                                            "series", receipt.series(),
                                            "number", receipt.number(),
                                            "copy", receipt.copy())));
                    return copy;
                });
    }

    @Override
    public Account block(Actor actor, RequestId request, AccountId id, BlockReason reason) {
        actor.require(Permission.BLOCK_ACCOUNTS);
        return books.once(
                actor,
                request,
                "accounts.block",
                List.of(id, reason),
                Account.class,
                tx -> changeBlock(tx, id, reason));
    }

    @Override
    public Account unblock(Actor actor, RequestId request, AccountId id) {
        actor.require(Permission.BLOCK_ACCOUNTS);
        return books.once(
                actor,
                request,
                "accounts.unblock",
                id,
                Account.class,
                tx -> changeBlock(tx, id, null));
    }

    private Account changeBlock(Tx tx, AccountId id, @Nullable BlockReason reason) {
        var before = accounts.find(tx, id).orElseThrow(() -> unknown(id));
        if (before.blocked() == (reason != null) && before.blockReason() == reason
                || closed.closed(tx, id)) {
            return before; // a closed account stays what it is
        }
        accounts.block(tx, id, reason);
        tx.journal(
                reason == null ? "account.unblocked" : "account.blocked",
                "account:" + id.number(),
                Map.of("before", text(before.blockReason()), "after", text(reason)));
        return accounts.find(tx, id).orElseThrow(() -> unknown(id));
    }

    @Override
    public BooksCheck check(Actor actor) {
        actor.require(Permission.SEE_ACCOUNTS);
        var site = keeping.settings();
        return movements.check(
                LocalDate.ofInstant(books.clock().instant(), site.zone()), site.currency());
    }

    @Override
    public List<BooksAudit.Finding> audit(Actor actor) {
        actor.require(Permission.SEE_JOURNAL);
        return new BooksAudit(books).findings();
    }

    private static Map<String, ?> content(TopUp topUp) {
        return Map.of(
                "account", topUp.account.number(),
                "amount", topUp.amount.minor(),
                "currency", topUp.amount.currency().getCurrencyCode(),
                "means", topUp.means.name());
    }

    private static long before(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is not where a page of movements begins".formatted(after), e);
        }
    }

    private static long saturatedSum(long balance, long amount) {
        return amount > Long.MAX_VALUE - Math.max(balance, 0) ? Long.MAX_VALUE : balance + amount;
    }

    private static String text(@Nullable BlockReason reason) {
        return reason == null ? "" : reason.name();
    }

    private static IllegalArgumentException unknown(AccountId id) {
        return new IllegalArgumentException("There is no account %d".formatted(id.number()));
    }
}
