package app.lodge.core.accounts;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Postings of purses on cards (CHAIN-22, CHAIN-42, CHAIN-43), within the caller's unit of writing.
/// What stands on a purse is a liability on an account of its own until it is spent, which makes it
/// turnover, given back in money, or expires.
public final class PurseMoney {

    private final Bookkeeping keeping;
    private final Ledger ledger;
    private final LedgerStore store = new LedgerStore();
    private final AccountStore accounts;
    private final PastStore past = new PastStore();
    private final RecordingAccounts recording = new RecordingAccounts();
    private final PurseReceiptStore receipts = new PurseReceiptStore();

    private PurseMoney(Bookkeeping keeping) {
        this.keeping = keeping;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(keeping.books());
    }

    public static PurseMoney in(Bookkeeping keeping) {
        return new PurseMoney(keeping);
    }

    /// What a booking at the desk came to.
    public sealed interface Outcome {
        record Booked(long posting) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        record Rejected(List<Problem> problems) implements Outcome {}

        /// Above the site's level: a second person has to approve it first.
        record NeedsApproval(FourEyes.Matter matter, Money above) implements Outcome {}

        record NotApproved(long approval) implements Outcome {}
    }

    public Currency currency() {
        return keeping.settings().currency();
    }

    public ZoneId zone() {
        return keeping.settings().zone();
    }

    /// Opens a purse's account.
    public AccountId open(Tx tx, long medium, Currency currency) {
        var id = store.open(tx, AccountKind.PURSE, null, "purse:" + medium, currency);
        tx.journal(
                "account.opened",
                "account:" + id.number(),
                Map.of(
                        "kind", AccountKind.PURSE.name(),
                        "currency", currency.getCurrencyCode(),
                        "label", "purse:" + medium));
        return id;
    }

    public Money balance(Tx tx, AccountId purse, Currency currency) {
        return new Money(store.balance(tx, purse).posted(), currency);
    }

    public Optional<Account> accountOf(Tx tx, PersonId person, Currency currency) {
        return accounts.ofPerson(tx, person, currency)
                .map(AccountStore.Held::account)
                .filter(account -> account.balance().currency().equals(currency));
    }

    /// From the holder's account, as a payment would be: blocked and closed accounts give nothing.
    public Outcome loadFromAccount(
            Tx tx, long order, AccountId purse, Account account, Money amount) {
        if (past.closed(tx, account.id())) {
            return new Outcome.Refused(new Refusal.Closed(account.id()));
        }
        var reason = account.blockReason();
        if (account.blocked() && reason != null) {
            return new Outcome.Refused(new Refusal.Blocked(account.id(), reason));
        }
        if (amount.minor() > Moves.own(account)) {
            return new Outcome.Refused(
                    new Refusal.NotFromOverdraft(
                            account.id(), new Money(Moves.own(account), amount.currency())));
        }
        return post(tx, order, "load", PostingKind.TRANSFER, purse, amount, account.id(), 0);
    }

    /// For money over the counter.
    public Outcome loadOverCounter(
            Tx tx, long order, AccountId purse, PaymentMeans means, Money amount) {
        var against = recording.againstCash(tx, keeping.shifts(), means, amount);
        return against.isEmpty()
                ? post(
                        tx,
                        order,
                        "load",
                        PostingKind.TOP_UP,
                        purse,
                        amount,
                        recording.counter(tx, means, amount.currency()),
                        0)
                : new Outcome.Rejected(against);
    }

    /// From the purse before, which is not used any more.
    public Outcome move(Tx tx, long order, AccountId purse, AccountId from, Money amount) {
        return post(tx, order, "move", PostingKind.TRANSFER, purse, amount, from, 0);
    }

    /// A purchase of a payment point comes back to the purse.
    public Outcome refund(Tx tx, long order, AccountId purse, long device, Money amount) {
        return post(
                tx,
                order,
                "refund",
                PostingKind.REFUND,
                purse,
                amount,
                recording.revenueOf(tx, device, amount.currency()),
                device);
    }

    /// Value of a purse handed out in cash.
    public Outcome payOut(Tx tx, long order, AccountId purse, Money amount) {
        return post(
                tx,
                order,
                "pay-out",
                PostingKind.PAY_OUT,
                purse,
                amount.negated(),
                recording.counter(tx, PaymentMeans.CASH, amount.currency()),
                0);
    }

    /// What stands against handing out cash; empty if nothing does.
    public List<Problem> againstPayOut(Tx tx, Money amount) {
        return recording.againstCash(tx, keeping.shifts(), PaymentMeans.CASH, amount.negated());
    }

    /// The purse is over: what is left is the issuer's.
    public Outcome expire(Tx tx, long medium, AccountId purse, Money left) {
        return post(
                tx,
                medium,
                "expiry-" + tx.nowUtc().toLocalDate(),
                PostingKind.FEE,
                purse,
                left.negated(),
                recording.fees(tx, left.currency()),
                0);
    }

    /// Undoes what an order booked, because the card never got it; or books it again, because it did.
    public long undo(Tx tx, long order, long posting, String what) {
        var undone = past.find(tx, posting).orElseThrow();
        return booked(
                ledger.post(
                        tx,
                        new Posting(
                                PostingKind.REVERSAL,
                                origin(order, what),
                                tx.now(),
                                undone.opposite(),
                                Booking.RECORDING,
                                0,
                                null,
                                false,
                                Particulars.reversing(
                                        posting, Grounds.of(Reason.OTHER), List.of()))));
    }

    /// A payment point's record: spent, or given back by it.
    ///
    /// @param purse null for a card that has no purse here: the money waits where unassigned money waits
    /// @param amount above zero if spent, below zero if given back
    /// @return the posting's number
    /// @throws OriginReused if the terminal used the number before, for something else
    public long spent(
            Tx tx,
            long device,
            long sequence,
            Instant at,
            @Nullable AccountId purse,
            Money amount,
            String content) {
        var payer = purse == null ? recording.suspense(tx, amount.currency()) : purse;
        var late =
                at.isBefore(
                        tx.now().minus(Duration.ofMinutes(keeping.settings().lateAfterMinutes())));
        var posting =
                new Posting(
                        amount.positive() ? PostingKind.PAYMENT : PostingKind.REFUND,
                        Origin.of(
                                "purse:" + device,
                                Long.toString(sequence),
                                Map.of("record", content)),
                        at,
                        List.of(
                                new Entry(payer, amount.negated()),
                                new Entry(
                                        recording.revenueOf(tx, device, amount.currency()),
                                        amount)),
                        Booking.RECORDING,
                        device,
                        null,
                        late,
                        Particulars.taxed(
                                keeping.taxes()
                                        .split(tx, device, amount, keeping.rules().taxCodes())));
        return booked(ledger.post(tx, posting));
    }

    /// A receipt over the counter, made once for a posting.
    public PurseReceipt receipt(Tx tx, long posting, long medium) {
        return receipts.of(
                tx,
                posting,
                medium,
                "R" + LocalDate.ofInstant(tx.now(), zone()).getYear(),
                keeping.settings().name());
    }

    private Outcome post(
            Tx tx,
            long order,
            String what,
            PostingKind kind,
            AccountId purse,
            Money amount,
            AccountId other,
            long device) {
        var leavesHolder = kind == PostingKind.TRANSFER;
        var first = leavesHolder ? new Entry(other, amount.negated()) : new Entry(purse, amount);
        var second = leavesHolder ? new Entry(purse, amount) : new Entry(other, amount.negated());
        var posting =
                new Posting(
                        kind,
                        origin(order, what),
                        tx.now(),
                        List.of(first, second),
                        kind == PostingKind.TRANSFER ? Booking.AUTHORISING : Booking.RECORDING,
                        device,
                        null,
                        false);
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked done -> new Outcome.Booked(done.number());
            case PostingOutcome.Repeated(long number) -> new Outcome.Booked(number);
            case PostingOutcome.BelowFloor(var account, var available) ->
                    new Outcome.Refused(new Refusal.BelowFloor(account, available));
        };
    }

    private static long booked(PostingOutcome outcome) {
        return switch (outcome) {
            case PostingOutcome.Booked done -> done.number();
            case PostingOutcome.Repeated(long number) -> number;
            case PostingOutcome.BelowFloor below ->
                    throw new IllegalStateException("What has happened was refused: " + below);
        };
    }

    private static Origin origin(long order, String what) {
        return Origin.of("purse-order", order + "/" + what, Map.of("order", order, "what", what));
    }
}
