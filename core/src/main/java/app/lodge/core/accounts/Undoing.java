package app.lodge.core.accounts;

import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.MoveOutcome.Refused;
import app.lodge.core.accounts.MoveOutcome.Rejected;
import app.lodge.core.accounts.Postings.Refund;
import app.lodge.core.accounts.Postings.Reversal;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reversals and refunds: postings that name the one they undo.
final class Undoing {

    private final Bookkeeping keeping;
    private final Moves moves;
    private final TaxStore taxes = new TaxStore();

    Undoing(Bookkeeping keeping, Moves moves) {
        this.keeping = keeping;
        this.moves = moves;
    }

    MoveOutcome reverse(Tx tx, Origin origin, Reversal order) {
        var found = moves.past().find(tx, order.posting());
        if (found.isEmpty()) {
            return unknown(order.posting());
        }
        var posting = found.get();
        if (moves.past().onACard(tx, posting)) {
            return onACard(order.posting());
        }
        var holder = moves.holderOf(tx, posting).orElse(null);
        if (holder == null) {
            return notAHolders(order.posting());
        }
        var undone =
                new Posting(
                        PostingKind.REVERSAL,
                        origin,
                        tx.now(),
                        posting.opposite(),
                        Booking.AUTHORISING,
                        posting.device(),
                        null,
                        false,
                        Particulars.reversing(
                                posting.number(),
                                order.grounds(),
                                taxes.of(tx, posting.number()).stream()
                                        .map(TaxLine::negated)
                                        .toList()));
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> reversible(tx, posting),
                () -> anyClosed(tx, posting),
                () ->
                        moves.second(
                                tx,
                                undo(holder.id(), posting.amount()),
                                keeping.rules().approvals().correction(),
                                order.grounds()),
                () -> told(tx, moves.book(tx, undone, holder.id()), posting, null));
    }

    /// For the second person it is a correction of the holder's account.
    private static Matter undo(AccountId account, Money moved) {
        return moved.minor() < 0
                ? new Matter(Verb.CORRECTION, account, moved.negated(), 1)
                : new Matter(Verb.CORRECTION, account, moved, -1);
    }

    private @Nullable Refused reversible(Tx tx, PastPosting posting) {
        var by = posting.reversedBy();
        if (by != null) {
            return new Refused(new Refusal.AlreadyReversed(by));
        }
        var never =
                switch (posting.kind()) {
                    case REVERSAL, CLOSING, SETTLEMENT -> true;
                    case PAYMENT -> moves.past().refunded(tx, posting.number()) != 0;
                    case TOP_UP,
                            REFUND,
                            TRANSFER,
                            PAY_OUT,
                            FEE,
                            DEPOSIT,
                            DEPOSIT_RETURN,
                            CORRECTION,
                            OPENING,
                            CASH_IN_TRANSIT,
                            CASH_DIFFERENCE ->
                            false;
                };
        if (never || moves.past().atAKiosk(tx, posting)) {
            return new Refused(new Refusal.NotReversible(posting.kind()));
        }
        // Undone here, it would leave the bank by the file all the same, and the clearing open.
        return posting.kind() == PostingKind.PAY_OUT
                ? moves.past()
                        .bankFile(tx, posting.number())
                        .map(file -> new Refused(new Refusal.InBankFile(posting.number(), file)))
                        .orElse(null)
                : null;
    }

    MoveOutcome refund(Tx tx, Origin origin, Refund order) {
        var found = moves.past().find(tx, order.posting());
        if (found.isEmpty()) {
            return unknown(order.posting());
        }
        var purchase = found.get();
        if (moves.past().onACard(tx, purchase)) {
            return onACard(order.posting());
        }
        var holder = moves.holderOf(tx, purchase).orElse(null);
        if (holder == null) {
            return notAHolders(order.posting());
        }
        if (purchase.kind() != PostingKind.PAYMENT) {
            return new Rejected(
                    List.of(Problem.of("posting", order.posting(), "postings.not-a-purchase")));
        }
        var paid = purchase.amount().negated();
        var before = moves.past().refunded(tx, purchase.number());
        var remains = new Money(paid.minor() - before, paid.currency());
        var wanted = order.amount();
        var amount = wanted == null ? remains : wanted;
        var by = purchase.reversedBy();
        return Moves.first(
                () -> Moves.rejected(order.grounds()),
                () -> by == null ? null : new Refused(new Refusal.AlreadyReversed(by)),
                () -> wanted == null ? null : Moves.unfit(holder, wanted),
                () ->
                        amount.compareTo(remains) > 0 || !amount.positive()
                                ? new Refused(new Refusal.MoreThanPaid(remains))
                                : null,
                () -> anyClosed(tx, purchase),
                () ->
                        moves.second(
                                tx,
                                new Matter(Verb.REFUND, holder.id(), amount, purchase.number()),
                                keeping.rules().approvals().refund(),
                                order.grounds()),
                () ->
                        told(
                                tx,
                                moves.book(
                                        tx,
                                        givingBack(tx, origin, order, purchase, amount, before),
                                        holder.id()),
                                purchase,
                                amount));
    }

    private Posting givingBack(
            Tx tx, Origin origin, Refund order, PastPosting purchase, Money amount, long before) {
        var paid = -purchase.amount().minor();
        var lines =
                taxes.of(tx, purchase.number()).stream()
                        .map(line -> line.part(paid, before, before + amount.minor()).negated())
                        .toList();
        return new Posting(
                PostingKind.REFUND,
                origin,
                tx.now(),
                List.of(
                        new Entry(purchase.account(), amount),
                        new Entry(purchase.entries().getLast().account(), amount.negated())),
                Booking.AUTHORISING,
                purchase.device(),
                null,
                false,
                Particulars.refunding(purchase.number(), order.grounds(), lines));
    }

    /// The budget gets back what the cost centre got back, or is charged again where a refund is undone.
    ///
    /// @param refund what was given back; null for all of it
    private MoveOutcome told(
            Tx tx, MoveOutcome outcome, PastPosting undone, @Nullable Money refund) {
        if (outcome instanceof MoveOutcome.Moved) {
            var refunds = undone.refunds();
            if (refunds != null) {
                keeping.centres().givenBack(tx, refunds, -undone.amount().minor());
            } else {
                keeping.centres()
                        .givenBack(
                                tx,
                                undone.number(),
                                refund == null ? -undone.amount().minor() : refund.minor());
            }
        }
        return outcome;
    }

    private @Nullable Refused anyClosed(Tx tx, PastPosting posting) {
        return posting.entries().stream()
                .filter(entry -> moves.past().closed(tx, entry.account()))
                .findFirst()
                .map(entry -> new Refused(new Refusal.Closed(entry.account())))
                .orElse(null);
    }

    private static Rejected unknown(long posting) {
        return new Rejected(List.of(Problem.of("posting", posting, "postings.not-found")));
    }

    /// The books alone cannot take it off the card again.
    private static Rejected onACard(long posting) {
        return new Rejected(List.of(Problem.of("posting", posting, "postings.on-a-card")));
    }

    private static Rejected notAHolders(long posting) {
        return new Rejected(List.of(Problem.of("posting", posting, "postings.nobodys")));
    }
}
