package app.lodge.core.accounts;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
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
    private final CounterTopUps counter;
    private final AccountStore accounts;
    private final SecondAccount second;
    private final MovementStore movements;
    private final PastStore closed = new PastStore();
    private final ReceiptStore receipts = new ReceiptStore();

    BookedAccounts(Bookkeeping keeping) {
        this.books = keeping.books();
        this.keeping = keeping;
        this.accounts = new AccountStore(books);
        this.counter = new CounterTopUps(keeping, accounts);
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

    @Override
    public TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means) {
        actor.require(Permission.TOP_UP);
        return counter.topUp(actor, request, id, amount, means);
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
        return new SumStore(books)
                .check(LocalDate.ofInstant(books.clock().instant(), site.zone()), site.currency());
    }

    @Override
    public List<BooksAudit.Finding> audit(Actor actor) {
        actor.require(Permission.SEE_JOURNAL);
        return new BooksAudit(books).findings();
    }

    private static long before(@Nullable String after) {
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is not where a page of movements begins".formatted(after), e);
        }
    }

    private static String text(@Nullable BlockReason reason) {
        return reason == null ? "" : reason.name();
    }

    private static IllegalArgumentException unknown(AccountId id) {
        return new IllegalArgumentException("There is no account %d".formatted(id.number()));
    }
}
