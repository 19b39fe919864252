package app.lodge.core.accounts;

import app.lodge.core.accounts.TopUpOutcome.AboveMaximumBalance;
import app.lodge.core.accounts.TopUpOutcome.AccountBlocked;
import app.lodge.core.accounts.TopUpOutcome.Rejected;
import app.lodge.core.accounts.TopUpOutcome.ToppedUp;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Money that somebody hands over at the counter: booked once for a request, together with whatever
/// arrives at the same time, with a receipt.
final class CounterTopUps {

    private final Bookkeeping keeping;
    private final AccountStore accounts;
    private final Ledger ledger;
    private final ReceiptStore receipts = new ReceiptStore();
    private final RecordingAccounts recording = new RecordingAccounts();

    CounterTopUps(Bookkeeping keeping, AccountStore accounts) {
        this.keeping = keeping;
        this.accounts = accounts;
        this.ledger = new Ledger(keeping);
    }

    private record TopUp(AccountId account, Money amount, PaymentMeans means) {}

    TopUpOutcome topUp(
            Actor actor, RequestId request, AccountId id, Money amount, PaymentMeans means) {
        var topUp = new TopUp(id, amount, means);
        var origin = Origin.of("request", request.value(), content(topUp));
        return keeping.books()
                .onceTogether(
                        actor,
                        request,
                        "accounts.top-up",
                        topUp,
                        TopUpOutcome.class,
                        ahead -> {
                            ledger.foresee(ahead, origin);
                            accounts.find(ahead, id);
                        },
                        tx -> topUpIn(tx, origin, topUp));
    }

    private TopUpOutcome topUpIn(Tx tx, Origin origin, TopUp topUp) {
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
                yield toppedUp(tx, topUp, "R" + year, booked);
            }
            case PostingOutcome.Repeated(long number) -> toppedUp(tx, topUp.account, number);
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("A top-up was refused: " + below);
        };
    }

    /// The receipt says what a copy will, which is read from the books.
    private ToppedUp toppedUp(Tx tx, TopUp topUp, String series, PostingOutcome.Booked booked) {
        var number = receipts.insert(tx, series, booked.number(), booked.mark().number());
        var account = accounts.find(tx, topUp.account).orElseThrow();
        return new ToppedUp(
                account,
                new Receipt(
                        series,
                        number,
                        booked.number(),
                        keeping.settings().name(),
                        tx.now(),
                        topUp.account,
                        account.holder().number(),
                        topUp.amount,
                        booked.balanceAfter(),
                        topUp.means,
                        tx.actor().name(),
                        tx.actor().workstation(),
                        booked.mark().number(),
                        booked.mark().hash(),
                        0));
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

    private static long saturatedSum(long balance, long amount) {
        return amount > Long.MAX_VALUE - Math.max(balance, 0) ? Long.MAX_VALUE : balance + amount;
    }

    private static Map<String, ?> content(TopUp topUp) {
        return Map.of(
                "account", topUp.account.number(),
                "amount", topUp.amount.minor(),
                "currency", topUp.amount.currency().getCurrencyCode(),
                "means", topUp.means.name());
    }
}
