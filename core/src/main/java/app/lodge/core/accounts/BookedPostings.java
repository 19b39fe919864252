package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Movements by staff as postings of the ledger; what undoes others is in {@link Undoing},
/// what closes an account in {@link AccountClosing}.
final class BookedPostings implements Postings {

    private static final int LONGEST_LIST = 500;

    private final Bookkeeping keeping;
    private final HolderNames names;
    private final Moves moves;
    private final Undoing undoing;
    private final AccountClosing closing;
    private final AccountStore accounts;
    private final RecordingAccounts recording = new RecordingAccounts();

    BookedPostings(Bookkeeping keeping, FourEyes fourEyes, HolderNames names) {
        this.keeping = keeping;
        this.names = names;
        this.moves = new Moves(keeping, fourEyes);
        this.undoing = new Undoing(keeping, moves);
        this.closing = new AccountClosing(keeping, moves, recording);
        this.accounts = new AccountStore(keeping.books());
    }

    @Override
    public MoveOutcome payOut(Actor actor, RequestId request, PayOut order) {
        actor.require(Permission.MOVE_MONEY);
        return once(
                actor,
                request,
                "postings.pay-out",
                order,
                (tx, origin) -> payOutIn(tx, origin, order));
    }

    private MoveOutcome payOutIn(Tx tx, Origin origin, PayOut order) {
        var found = moves.find(tx, order.account());
        if (found.isEmpty()) {
            return Moves.unknown(order.account());
        }
        var account = found.get();
        var matter = new Matter(Verb.PAY_OUT, order.account(), order.amount(), 0);
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(account, order.amount()),
                () -> moves.barred(tx, account),
                () -> beyondOwn(account, order.amount(), false),
                () -> moves.againstCash(tx, recording, order.means(), order.amount()),
                () ->
                        moves.second(
                                tx, matter, keeping.rules().approvals().payOut(), order.grounds()),
                () ->
                        moves.bookWithReceipt(
                                tx,
                                Moves.posting(
                                        tx,
                                        PostingKind.PAY_OUT,
                                        origin,
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
                actor,
                request,
                "postings.transfer",
                order,
                (tx, origin) -> transferIn(tx, origin, order));
    }

    private MoveOutcome transferIn(Tx tx, Origin origin, Transfer order) {
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
        var matter = new Matter(Verb.TRANSFER, order.from(), order.amount(), order.to().number());
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(giver, order.amount()),
                () -> Moves.unfit(taker, order.amount()),
                () -> moves.barred(tx, giver),
                () -> moves.barred(tx, taker),
                () -> beyondOwn(giver, order.amount(), rules.transfers().fromOverdraft()),
                () ->
                        Moves.refused(
                                keeping.limits().transfer(tx, giver, order.amount(), today(tx))),
                () -> Moves.refused(keeping.limits().balance(tx, taker, order.amount())),
                () -> moves.second(tx, matter, rules.approvals().transfer(), order.grounds()),
                () ->
                        moves.book(
                                tx,
                                Moves.posting(
                                        tx,
                                        PostingKind.TRANSFER,
                                        origin,
                                        order.from(),
                                        order.amount().negated(),
                                        order.to(),
                                        order.grounds()),
                                order.from()));
    }

    @Override
    public Optional<Recipient> recipient(Actor actor, AccountId id) {
        actor.require(Permission.SEE_BOOKS);
        return accounts.find(id)
                .map(account ->
                        new Recipient(id, HolderNames.masked(names.fullName(account.holder()))));
    }

    @Override
    public MoveOutcome correct(Actor actor, RequestId request, Correction order) {
        actor.require(Permission.CORRECT_ACCOUNTS);
        return once(
                actor,
                request,
                "postings.correct",
                order,
                (tx, origin) -> correctIn(tx, origin, order));
    }

    private MoveOutcome correctIn(Tx tx, Origin origin, Correction order) {
        var found = moves.find(tx, order.account());
        if (found.isEmpty()) {
            return Moves.unknown(order.account());
        }
        var size = order.amount().minor() < 0 ? order.amount().negated() : order.amount();
        var matter =
                new Matter(
                        Verb.CORRECTION, order.account(), size, order.amount().positive() ? 1 : -1);
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(found.get(), size),
                () -> moves.closed(tx, order.account()),
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
                                Moves.posting(
                                        tx,
                                        PostingKind.CORRECTION,
                                        origin,
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
                (tx, origin) -> undoing.refund(tx, origin, order));
    }

    @Override
    public MoveOutcome reverse(Actor actor, RequestId request, Reversal order) {
        actor.require(Permission.CORRECT_ACCOUNTS);
        return once(
                actor,
                request,
                "postings.reverse",
                order,
                (tx, origin) -> undoing.reverse(tx, origin, order));
    }

    @Override
    public MoveOutcome closeAccount(Actor actor, RequestId request, Closing order) {
        actor.require(Permission.MOVE_MONEY);
        return once(
                actor,
                request,
                "postings.close",
                order,
                (tx, origin) -> closing.close(tx, origin, order));
    }

    @Override
    public List<Dormant> dormant(Actor actor, int limit) {
        actor.require(Permission.SEE_BOOKS);
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
            BiFunction<Tx, Origin, MoveOutcome> work) {
        var origin = origin(request, door, order);
        return keeping.books()
                .once(
                        actor,
                        request,
                        door,
                        order,
                        MoveOutcome.class,
                        tx -> moves.before(tx, origin).orElseGet(() -> work.apply(tx, origin)));
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

    private LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), keeping.settings().zone());
    }

    private static Origin origin(RequestId request, String door, Object order) {
        return Origin.of(
                "request",
                request.value(),
                Map.of("door", door, "order", Json.text(order, order.getClass())));
    }
}
