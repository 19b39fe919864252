package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.MoveOutcome.Rejected;
import app.lodge.core.accounts.Postings.Transfer;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// From holder to holder (ID-26), ordered by staff or by the holder: the same checks, but that staff may
/// need a second person.
final class Transferring {

    private final Bookkeeping keeping;
    private final Moves moves;

    Transferring(Bookkeeping keeping, Moves moves) {
        this.keeping = keeping;
        this.moves = moves;
    }

    MoveOutcome byHolder(
            Actor actor, RequestId request, Transfer order, Function<Tx, List<Problem>> against) {
        return moves.once(
                actor,
                request,
                "self-service.transfer",
                order,
                (tx, origin) -> {
                    var problems = against.apply(tx);
                    return problems.isEmpty()
                            ? transfer(tx, origin, order, () -> null)
                            : new Rejected(problems);
                });
    }

    MoveOutcome byStaff(Tx tx, Origin origin, Transfer order) {
        var matter = new Matter(Verb.TRANSFER, order.from(), order.amount(), order.to().number());
        return transfer(
                tx,
                origin,
                order,
                () ->
                        moves.second(
                                tx,
                                matter,
                                keeping.rules().approvals().transfer(),
                                order.grounds()));
    }

    private MoveOutcome transfer(
            Tx tx, Origin origin, Transfer order, Supplier<@Nullable MoveOutcome> second) {
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
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> Moves.unfit(giver, order.amount()),
                () -> Moves.unfit(taker, order.amount()),
                () -> moves.barred(tx, giver),
                () -> moves.barred(tx, taker),
                () ->
                        rules.transfers().fromOverdraft()
                                ? Moves.beyondFloor(giver, order.amount())
                                : Moves.beyondOwn(giver, order.amount()),
                () ->
                        Moves.refused(
                                keeping.limits().transfer(tx, giver, order.amount(), today(tx))),
                () -> Moves.refused(keeping.limits().balance(tx, taker, order.amount())),
                second::get,
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

    private LocalDate today(Tx tx) {
        return LocalDate.ofInstant(tx.now(), keeping.settings().zone());
    }
}
