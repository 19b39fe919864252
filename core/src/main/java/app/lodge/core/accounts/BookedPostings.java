package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.MoveOutcome.Moved;
import app.lodge.core.accounts.MoveOutcome.Refused;
import app.lodge.core.accounts.MoveOutcome.Rejected;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Movements by staff as postings of the ledger; what undoes others is in {@link Undoing}.
final class BookedPostings implements Postings {

    private static final int LONGEST_LIST = 500;

    private final Bookkeeping keeping;
    private final HolderNames names;
    private final Moves moves;
    private final Undoing undoing;
    private final AccountStore accounts;
    private final RecordingAccounts recording = new RecordingAccounts();

    BookedPostings(Bookkeeping keeping, FourEyes fourEyes, HolderNames names) {
        this.keeping = keeping;
        this.names = names;
        this.moves = new Moves(keeping, fourEyes);
        this.undoing = new Undoing(keeping, moves);
        this.accounts = new AccountStore(keeping.books());
    }

    @Override
    public MoveOutcome payOut(Actor actor, RequestId request, PayOut order) {
        actor.require(Permission.MOVE_MONEY);
        return once(actor, request, "postings.pay-out", order, tx -> payOutIn(tx, request, order));
    }

    private MoveOutcome payOutIn(Tx tx, RequestId request, PayOut order) {
        var found = moves.find(tx, order.account());
        if (found.isEmpty()) {
            return Moves.unknown(order.account());
        }
        var account = found.get();
        var matter = new Matter(Verb.PAY_OUT, order.account(), order.amount());
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(account, order.amount()),
                () -> moves.barred(tx, account),
                () -> beyondOwn(account, order.amount(), false),
                () ->
                        moves.second(
                                tx, matter, keeping.rules().approvals().payOut(), order.grounds()),
                () ->
                        moves.bookWithReceipt(
                                tx,
                                posting(
                                        tx,
                                        PostingKind.PAY_OUT,
                                        origin(request, "postings.pay-out", order),
                                        order.account(),
                                        order.amount().negated(),
                                        recording.counter(
                                                tx, order.means(), order.amount().currency()),
                                        order.grounds()),
                                order.account()));
    }

    @Override
    public MoveOutcome transfer(Actor actor, RequestId request, Transfer order) {
        actor.require(Permission.MOVE_MONEY);
        return once(
                actor, request, "postings.transfer", order, tx -> transferIn(tx, request, order));
    }

    private MoveOutcome transferIn(Tx tx, RequestId request, Transfer order) {
        var from = moves.find(tx, order.from());
        var to = moves.find(tx, order.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Moves.unknown(from.isEmpty() ? order.from() : order.to());
        }
        if (order.from().equals(order.to())) {
            return new Rejected(
                    List.of(Problem.of("to", order.to().number(), "postings.same-account")));
        }
        var giver = from.get();
        var taker = to.get();
        var rules = keeping.rules();
        var matter = new Matter(Verb.TRANSFER, order.from(), order.amount());
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(giver, order.amount()),
                () -> Moves.unfit(taker, order.amount()),
                () -> moves.barred(tx, giver),
                () -> moves.barred(tx, taker),
                () -> beyondOwn(giver, order.amount(), rules.transfers().fromOverdraft()),
                () -> refused(keeping.limits().transfer(tx, giver, order.amount(), today(tx))),
                () -> refused(keeping.limits().balance(tx, taker, order.amount())),
                () -> moves.second(tx, matter, rules.approvals().transfer(), order.grounds()),
                () ->
                        moves.book(
                                tx,
                                posting(
                                        tx,
                                        PostingKind.TRANSFER,
                                        origin(request, "postings.transfer", order),
                                        order.from(),
                                        order.amount().negated(),
                                        order.to(),
                                        order.grounds()),
                                order.from()));
    }

    @Override
    public Optional<Recipient> recipient(Actor actor, AccountId id) {
        actor.require(Permission.SEE_ACCOUNTS);
        return accounts.find(id)
                .map(account ->
                        new Recipient(id, HolderNames.masked(names.fullName(account.holder()))));
    }

    @Override
    public MoveOutcome correct(Actor actor, RequestId request, Correction order) {
        actor.require(Permission.CORRECT_ACCOUNTS);
        return once(actor, request, "postings.correct", order, tx -> correctIn(tx, request, order));
    }

    private MoveOutcome correctIn(Tx tx, RequestId request, Correction order) {
        var found = moves.find(tx, order.account());
        if (found.isEmpty()) {
            return Moves.unknown(order.account());
        }
        var size = order.amount().minor() < 0 ? order.amount().negated() : order.amount();
        var matter = new Matter(Verb.CORRECTION, order.account(), size);
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(found.get(), size),
                () -> closed(tx, order.account()),
                () -> order.amount().positive() ? null : beyondFloor(found.get(), size),
                () ->
                        moves.second(
                                tx,
                                matter,
                                keeping.rules().approvals().correction(),
                                order.grounds()),
                () ->
                        moves.book(
                                tx,
                                posting(
                                        tx,
                                        PostingKind.CORRECTION,
                                        origin(request, "postings.correct", order),
                                        order.account(),
                                        order.amount(),
                                        recording.corrections(tx, size.currency()),
                                        order.grounds()),
                                order.account()));
    }

    @Override
    public MoveOutcome refund(Actor actor, RequestId request, Refund order) {
        actor.require(Permission.MOVE_MONEY);
        return once(
                actor,
                request,
                "postings.refund",
                order,
                tx -> undoing.refund(tx, origin(request, "postings.refund", order), order));
    }

    @Override
    public MoveOutcome reverse(Actor actor, RequestId request, Reversal order) {
        actor.require(Permission.CORRECT_ACCOUNTS);
        return once(
                actor,
                request,
                "postings.reverse",
                order,
                tx -> undoing.reverse(tx, origin(request, "postings.reverse", order), order));
    }

    @Override
    public MoveOutcome closeAccount(Actor actor, RequestId request, Closing order) {
        actor.require(Permission.MOVE_MONEY);
        return once(actor, request, "postings.close", order, tx -> closeIn(tx, request, order));
    }

    private MoveOutcome closeIn(Tx tx, RequestId request, Closing order) {
        var found = moves.find(tx, order.account());
        if (found.isEmpty()) {
            return Moves.unknown(order.account());
        }
        var account = found.get();
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> closed(tx, order.account()),
                () -> unsettled(account),
                () ->
                        account.balance().minor() == 0
                                ? new Moved(0, account, null)
                                : settle(tx, request, order, account));
    }

    /// The balance leaves, then the account is closed, in one transaction; an approval that is needed
    /// for the money is needed here, too.
    private MoveOutcome settle(Tx tx, RequestId request, Closing order, Account account) {
        var amount = account.balance();
        var levels = keeping.rules().approvals();
        var origin = origin(request, "postings.close", order);
        return switch (order.settlement()) {
            case Settlement.PaidOut(PaymentMeans means) ->
                    Moves.first(
                            () ->
                                    moves.second(
                                            tx,
                                            new Matter(Verb.PAY_OUT, account.id(), amount),
                                            levels.payOut(),
                                            order.grounds()),
                            () ->
                                    moves.bookWithReceipt(
                                            tx,
                                            closing(
                                                    tx,
                                                    origin,
                                                    account,
                                                    recording.counter(tx, means, amount.currency()),
                                                    order.grounds()),
                                            account.id()));
            case Settlement.TransferredTo(AccountId to) -> {
                var taker = moves.find(tx, to);
                if (taker.isEmpty() || to.equals(account.id())) {
                    yield Moves.unknown(to);
                }
                yield Moves.first(
                        () -> Moves.unfit(taker.get(), amount),
                        () -> moves.barred(tx, taker.get()),
                        () -> refused(keeping.limits().balance(tx, taker.get(), amount)),
                        () ->
                                moves.second(
                                        tx,
                                        new Matter(Verb.TRANSFER, account.id(), amount),
                                        levels.transfer(),
                                        order.grounds()),
                        () ->
                                moves.book(
                                        tx,
                                        closing(tx, origin, account, to, order.grounds()),
                                        account.id()));
            }
        };
    }

    private MoveOutcome closedAfter(Tx tx, MoveOutcome outcome) {
        if (!(outcome instanceof Moved(long posting, Account account, var receipt))) {
            return outcome;
        }
        moves.past().close(tx, account.id());
        tx.journal(
                "account.closed", "account:" + account.id().number(), Map.of("posting", posting));
        return new Moved(posting, moves.get(tx, account.id()), receipt);
    }

    private static @Nullable Refused unsettled(Account account) {
        if (account.reserved().positive()) {
            return new Refused(new Refusal.MoneyReserved(account.id(), account.reserved()));
        }
        return account.balance().minor() < 0
                ? new Refused(new Refusal.Owes(account.id(), account.balance().negated()))
                : null;
    }

    private @Nullable Refused closed(Tx tx, AccountId id) {
        return moves.past().closed(tx, id) ? new Refused(new Refusal.Closed(id)) : null;
    }

    @Override
    public List<Dormant> dormant(Actor actor, int limit) {
        actor.require(Permission.SEE_ACCOUNTS);
        var before =
                keeping.books()
                        .clock()
                        .instant()
                        .atZone(ZoneOffset.UTC)
                        .minusMonths(keeping.rules().dormantMonths())
                        .toInstant();
        return moves.past().dormant(keeping.books(), before, Math.clamp(limit, 1, LONGEST_LIST));
    }

    private MoveOutcome once(
            Actor actor,
            RequestId request,
            String door,
            Object order,
            Function<Tx, MoveOutcome> work) {
        return keeping.books()
                .once(
                        actor,
                        request,
                        door,
                        order,
                        MoveOutcome.class,
                        tx ->
                                moves.before(tx, origin(request, door, order))
                                        .orElseGet(() -> {
                                            var outcome = work.apply(tx);
                                            return order instanceof Closing
                                                    ? closedAfter(tx, outcome)
                                                    : outcome;
                                        }));
    }

    private static @Nullable Refused beyondOwn(
            Account account, Money amount, boolean fromOverdraft) {
        if (fromOverdraft) {
            return beyondFloor(account, amount);
        }
        return amount.minor() > Moves.own(account)
                ? new Refused(
                        new Refusal.NotFromOverdraft(
                                account.id(), new Money(Moves.own(account), amount.currency())))
                : null;
    }

    /// Asked before the second person is, so that no approval is used up for nothing.
    private static @Nullable Refused beyondFloor(Account account, Money amount) {
        return amount.compareTo(account.available()) > 0
                ? new Refused(new Refusal.BelowFloor(account.id(), account.available()))
                : null;
    }

    private static @Nullable Refused refused(@Nullable Refusal refusal) {
        return refusal == null ? null : new Refused(refusal);
    }

    private LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), keeping.settings().zone());
    }

    private static Posting posting(
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

    private static Posting closing(
            Tx tx, Origin origin, Account account, AccountId other, Grounds grounds) {
        return posting(
                tx,
                PostingKind.CLOSING,
                origin,
                account.id(),
                account.balance().negated(),
                other,
                grounds);
    }

    private static Origin origin(RequestId request, String door, Object order) {
        return Origin.of(
                "request",
                request.value(),
                Map.of("door", door, "order", Json.text(order, order.getClass())));
    }
}
