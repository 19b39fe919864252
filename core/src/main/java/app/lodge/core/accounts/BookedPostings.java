package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Movements by staff as postings of the ledger; what undoes others is in {@link Undoing},
/// what closes an account in {@link AccountClosing}.
final class BookedPostings implements Postings {

    private static final int LONGEST_LIST = 500;

    private final Bookkeeping keeping;
    private final HolderNames names;
    private final Moves moves;
    private final Transferring transferring;
    private final Undoing undoing;
    private final AccountClosing closing;
    private final AccountStore accounts;
    private final RecordingAccounts recording = new RecordingAccounts();

    BookedPostings(Bookkeeping keeping, FourEyes fourEyes, HolderNames names) {
        this.keeping = keeping;
        this.names = names;
        this.moves = new Moves(keeping, fourEyes);
        this.transferring = new Transferring(keeping, moves);
        this.undoing = new Undoing(keeping, moves);
        this.closing = new AccountClosing(keeping, moves, recording);
        this.accounts = new AccountStore(keeping.books());
    }

    @Override
    public MoveOutcome payOut(Actor actor, RequestId request, PayOut order) {
        actor.require(Permission.MOVE_MONEY);
        return moves.once(
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
                () -> Moves.beyondOwn(account, order.amount()),
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
        return moves.once(
                actor,
                request,
                "postings.transfer",
                order,
                (tx, origin) -> transferring.byStaff(tx, origin, order));
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
        return moves.once(
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
                () -> order.amount().positive() ? null : Moves.beyondFloor(found.get(), size),
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
        return moves.once(
                actor,
                request,
                "postings.refund",
                order,
                (tx, origin) -> undoing.refund(tx, origin, order));
    }

    @Override
    public MoveOutcome reverse(Actor actor, RequestId request, Reversal order) {
        actor.require(Permission.CORRECT_ACCOUNTS);
        return moves.once(
                actor,
                request,
                "postings.reverse",
                order,
                (tx, origin) -> undoing.reverse(tx, origin, order));
    }

    @Override
    public MoveOutcome closeAccount(Actor actor, RequestId request, Closing order) {
        actor.require(Permission.MOVE_MONEY);
        return moves.once(
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
}
