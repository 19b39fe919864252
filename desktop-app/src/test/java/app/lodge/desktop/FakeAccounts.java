package app.lodge.desktop;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.BooksAudit;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Page;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts in memory; account 1000 + n belongs to person n.
final class FakeAccounts implements Accounts {

    private static final Money MAXIMUM = euro(50_000);

    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<Long, List<Movement>> movements = new HashMap<>();
    private final Map<Long, Receipt> receipts = new HashMap<>();

    /// What each request id was answered, as the real door remembers it.
    private final Map<RequestId, TopUpOutcome> answers = new HashMap<>();

    private long posting = 4711;

    static Money euro(long cents) {
        return Money.of(cents, "EUR");
    }

    private Account account(long number) {
        return accounts.computeIfAbsent(number, this::opened);
    }

    private Account opened(long number) {
        var lines = new ArrayList<Movement>();
        long balance = 0;
        for (int i = 14; i >= 1; i--) {
            boolean topUp = i % 7 == 0;
            long amount = topUp ? 2_000 : -(180 + i * 15L);
            balance += amount;
            var at = FakePeople.NOW.minus(Duration.ofHours(9L * i + 2));
            lines.addFirst(
                    new Movement(
                            posting++,
                            topUp ? PostingKind.TOP_UP : PostingKind.PAYMENT,
                            at,
                            at,
                            euro(amount),
                            euro(balance),
                            topUp ? "desk-1" : "Canteen, till 2",
                            topUp ? "Clara" : "",
                            i == 3));
        }
        movements.put(number, lines);
        return new Account(
                new AccountId(number),
                new PersonId(number - 1000),
                euro(balance),
                euro(350),
                euro(0),
                false,
                null);
    }

    @Override
    public Optional<Account> find(Actor actor, AccountId id) {
        return Optional.of(account(id.number()));
    }

    @Override
    public Optional<Account> ofPerson(Actor actor, PersonId person) {
        return Optional.of(account(1000 + person.number()));
    }

    @Override
    public List<Account> allOfPerson(Actor actor, PersonId person) {
        var all = new ArrayList<Account>();
        all.add(account(1000 + person.number()));
        accounts.values().stream()
                .filter(account -> account.id().number() >= 100_000)
                .filter(account -> account.holder().equals(person))
                .forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public OpenOutcome open(Actor actor, RequestId request, PersonId person, Currency currency) {
        var number = 100_000 + person.number();
        var none = Money.zero(currency);
        var opened = new Account(new AccountId(number), person, none, none, none, false, null);
        accounts.put(number, opened);
        movements.put(number, new ArrayList<>());
        return new OpenOutcome.Opened(opened);
    }

    @Override
    public TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means) {
        return answers.computeIfAbsent(request, _ -> book(actor, id, amount, means));
    }

    private TopUpOutcome book(Actor actor, AccountId id, Money amount, PaymentMeans means) {
        var before = account(id.number());
        var after = before.balance().plus(amount);
        if (before.blocked()) {
            return new TopUpOutcome.AccountBlocked(BlockReason.LOST);
        }
        if (after.compareTo(MAXIMUM) > 0) {
            return new TopUpOutcome.AboveMaximumBalance(after, MAXIMUM);
        }
        var number = posting++;
        var account = with(before, after, before.blocked(), before.blockReason());
        movements
                .get(id.number())
                .addFirst(
                        new Movement(
                                number,
                                PostingKind.TOP_UP,
                                FakePeople.NOW,
                                FakePeople.NOW,
                                amount,
                                after,
                                actor.workstation(),
                                actor.name(),
                                false));
        var receipt =
                new Receipt(
                        "A",
                        receipts.size() + 1L,
                        number,
                        "North School",
                        FakePeople.NOW,
                        id,
                        before.holder().number(),
                        amount,
                        after,
                        means,
                        actor.name(),
                        actor.workstation(),
                        9120,
                        "9F3C",
                        0);
        receipts.put(number, receipt);
        return new TopUpOutcome.ToppedUp(account, receipt);
    }

    private Account with(Account before, Money balance, boolean blocked, BlockReason reason) {
        var after =
                new Account(
                        before.id(),
                        before.holder(),
                        balance,
                        before.reserved(),
                        before.overdraft(),
                        blocked,
                        reason);
        accounts.put(before.id().number(), after);
        return after;
    }

    @Override
    public Page<Movement> movements(
            Actor actor, AccountId id, LookPurpose purpose, String after, int limit) {
        account(id.number());
        return new Page<>(movements.get(id.number()), null);
    }

    @Override
    public Optional<Receipt> receiptOf(Actor actor, long number) {
        return Optional.empty();
    }

    @Override
    public Optional<Receipt> copyOfReceipt(Actor actor, long number) {
        return Optional.ofNullable(receipts.get(number));
    }

    @Override
    public Account block(Actor actor, RequestId request, AccountId id, BlockReason reason) {
        var before = account(id.number());
        return with(before, before.balance(), true, reason);
    }

    @Override
    public Account unblock(Actor actor, RequestId request, AccountId id) {
        var before = account(id.number());
        return with(before, before.balance(), false, null);
    }

    @Override
    public BooksCheck check(Actor actor) {
        return new BooksCheck(euro(0), euro(0), 0, List.of());
    }

    @Override
    public List<BooksAudit.Finding> audit(Actor actor) {
        return List.of();
    }
}
