package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.MoveOutcome.Moved;
import app.lodge.core.accounts.MoveOutcome.NeedsApproval;
import app.lodge.core.accounts.MoveOutcome.NotApproved;
import app.lodge.core.accounts.MoveOutcome.Refused;
import app.lodge.core.accounts.MoveOutcome.Rejected;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all movements by staff have in common: the order is checked, the second person asked, the
/// posting booked once, the receipt written.
final class Moves {

    private final Bookkeeping keeping;
    private final FourEyes fourEyes;
    private final Ledger ledger;
    private final AccountStore accounts;
    private final PastStore past = new PastStore();
    private final ReceiptStore receipts = new ReceiptStore();

    Moves(Bookkeeping keeping, FourEyes fourEyes) {
        this.keeping = keeping;
        this.fourEyes = fourEyes;
        this.ledger = new Ledger(keeping);
        this.accounts = new AccountStore(keeping.books());
    }

    Ledger ledger() {
        return ledger;
    }

    PastStore past() {
        return past;
    }

    Optional<Account> find(Tx tx, AccountId id) {
        return accounts.find(tx, id);
    }

    Account get(Tx tx, AccountId id) {
        return accounts.find(tx, id)
                .orElseThrow(() ->
                        new IllegalStateException("Account %d is gone".formatted(id.number())));
    }

    /// Books an order once, whatever became of its stored answer.
    MoveOutcome once(
            Actor actor,
            RequestId request,
            String door,
            Object order,
            BiFunction<Tx, Origin, MoveOutcome> work) {
        var origin =
                Origin.of(
                        "request",
                        request.value(),
                        Map.of("door", door, "order", Json.text(order, order.getClass())));
        return keeping.books()
                .once(
                        actor,
                        request,
                        door,
                        order,
                        MoveOutcome.class,
                        tx -> before(tx, origin).orElseGet(() -> work.apply(tx, origin)));
    }

    /// The answer of a request that was booked before, when its stored answer is long gone.
    Optional<MoveOutcome> before(Tx tx, Origin origin) {
        return ledger.findBooked(tx, origin)
                .flatMap(number -> past.find(tx, number))
                .flatMap(posting ->
                        holderOf(tx, posting)
                                .map(account -> moved(tx, posting.number(), account.id())));
    }

    /// Whoever a posting is about: the first of its accounts that belongs to somebody, or whoever
    /// charged a cost centre with it.
    Optional<Account> holderOf(Tx tx, PastPosting posting) {
        var refunds = posting.refunds();
        return posting.entries().stream()
                .flatMap(entry -> find(tx, entry.account()).stream())
                .findFirst()
                .or(() ->
                        keeping.centres()
                                .ofPosting(tx, refunds == null ? posting.number() : refunds)
                                .flatMap(charged -> find(tx, charged.own())));
    }

    /// The first answer that there is; the last step always has one.
    @SafeVarargs
    static MoveOutcome first(Supplier<? extends @Nullable MoveOutcome>... steps) {
        for (var step : steps) {
            var outcome = step.get();
            if (outcome != null) {
                return outcome;
            }
        }
        throw new IllegalStateException("No step of %d answered".formatted(steps.length));
    }

    static @Nullable Rejected rejected(Grounds grounds) {
        return grounds.referenceReadable()
                ? null
                : new Rejected(
                        List.of(
                                Problem.of(
                                        "reference",
                                        grounds.reference(),
                                        "postings.reference-form")));
    }

    static Rejected unknown(AccountId id) {
        return new Rejected(List.of(Problem.of("account", id.number(), "accounts.not-found")));
    }

    static @Nullable Rejected unfit(Account account, Money amount) {
        if (!amount.currency().equals(account.balance().currency())) {
            return new Rejected(
                    List.of(
                            Problem.of(
                                    "amount",
                                    amount,
                                    "accounts.currency-mismatch",
                                    account.balance().currency())));
        }
        return amount.positive()
                ? null
                : new Rejected(
                        List.of(Problem.of("amount", amount, "accounts.amount-not-positive")));
    }

    @Nullable Refused barred(Tx tx, Account account) {
        if (past.closed(tx, account.id())) {
            return new Refused(new Refusal.Closed(account.id()));
        }
        var reason = account.blockReason();
        return account.blocked() && reason != null
                ? new Refused(new Refusal.Blocked(account.id(), reason))
                : null;
    }

    @Nullable Refused closed(Tx tx, AccountId id) {
        return past.closed(tx, id) ? new Refused(new Refusal.Closed(id)) : null;
    }

    static @Nullable Refused refused(@Nullable Refusal refusal) {
        return refusal == null ? null : new Refused(refusal);
    }

    /// One account and its other side.
    static Posting posting(
            Tx tx,
            PostingKind kind,
            Origin origin,
            AccountId account,
            Money amount,
            AccountId other,
            Grounds grounds) {
        return new Posting(
                kind,
                origin,
                tx.now(),
                List.of(new Entry(account, amount), new Entry(other, amount.negated())),
                Booking.AUTHORISING,
                0,
                null,
                false,
                Particulars.on(grounds));
    }

    /// What stands against money leaving the counter: no open shift where one is required.
    @Nullable Rejected againstCash(
            Tx tx, RecordingAccounts recording, PaymentMeans means, Money amount) {
        var problems = recording.againstCash(tx, keeping.shifts(), means, amount.negated());
        return problems.isEmpty() ? null : new Rejected(problems);
    }

    /// Asks for the second person above a level, and uses the approval up. A level is an amount of the
    /// site's currency; where there is one, money in another currency always needs the second person.
    ///
    /// @param level 0: never asked
    /// @return null if the movement may go on
    @Nullable MoveOutcome second(Tx tx, Matter matter, long level, Grounds grounds) {
        var currency = matter.amount().currency();
        var most = currency.equals(keeping.settings().currency()) ? level : 0;
        if (level == 0 || matter.amount().minor() <= most) {
            return null;
        }
        if (grounds.approval() == 0) {
            return new NeedsApproval(matter, new Money(most, currency));
        }
        return fourEyes.use(tx, grounds.approval(), matter)
                ? null
                : new NotApproved(grounds.approval());
    }

    static @Nullable Refused beyondOwn(Account account, Money amount) {
        return amount.minor() > own(account)
                ? new Refused(
                        new Refusal.NotFromOverdraft(
                                account.id(), new Money(own(account), amount.currency())))
                : null;
    }

    /// Asked before the second person is, so that no approval is used up for nothing.
    static @Nullable Refused beyondFloor(Account account, Money amount) {
        return amount.compareTo(account.available()) > 0
                ? new Refused(new Refusal.BelowFloor(account.id(), account.available()))
                : null;
    }

    /// Money that the holder has of his own and that is not reserved.
    static long own(Account account) {
        return account.balance().minor() - account.reserved().minor();
    }

    MoveOutcome book(Tx tx, Posting posting, AccountId about) {
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked booked -> moved(tx, booked.number(), about);
            case PostingOutcome.Repeated(long number) -> moved(tx, number, about);
            case PostingOutcome.BelowFloor(var account, var available) ->
                    new Refused(new Refusal.BelowFloor(account, available));
        };
    }

    /// Over the counter: with a receipt of the year's series.
    MoveOutcome bookWithReceipt(Tx tx, Posting posting, AccountId about) {
        return switch (ledger.post(tx, posting)) {
            case PostingOutcome.Booked booked -> {
                var year = LocalDate.ofInstant(tx.now(), keeping.settings().zone()).getYear();
                receipts.insert(tx, "R" + year, booked.number(), booked.mark().number());
                yield moved(tx, booked.number(), about);
            }
            case PostingOutcome.Repeated(long number) -> moved(tx, number, about);
            case PostingOutcome.BelowFloor(var account, var available) ->
                    new Refused(new Refusal.BelowFloor(account, available));
        };
    }

    MoveOutcome moved(Tx tx, long posting, AccountId about) {
        return new Moved(
                posting,
                get(tx, about),
                receipts.find(tx, posting, keeping.settings().name()).orElse(null));
    }
}
