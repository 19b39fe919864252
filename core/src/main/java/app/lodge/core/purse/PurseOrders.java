package app.lodge.core.purse;

import app.lodge.core.accounts.PurseApprovals;
import app.lodge.core.accounts.PurseMoney;
import app.lodge.core.books.Tx;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.purse.Purses.OrderOutcome;
import app.lodge.core.purse.Purses.Source;
import app.lodge.core.purse.Purses.State;
import app.lodge.core.purse.Purses.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks what the back office wants on a card against the rules, moves its money, and says what to
/// write.
final class PurseOrders {

    private final PurseMoney money;
    private final PurseBook book;
    private final Holders holders;
    private final OrderMoney orderMoney;

    PurseOrders(PurseMoney money, PurseApprovals approvals, PurseBook book, Holders holders) {
        this.holders = holders;
        this.money = money;
        this.book = book;
        this.orderMoney = new OrderMoney(money, approvals, book);
    }

    OrderOutcome place(Tx tx, Wish wish) {
        var found = book.purses.find(tx.sql(), wish.medium().number());
        if (found.isEmpty()) {
            return refused(new PurseRefusal.NoPurse(wish.medium()));
        }
        var purse = found.get();
        var problems = WishChecks.problems(wish, purse.currency());
        if (!problems.isEmpty()) {
            return new OrderOutcome.Rejected(problems);
        }
        var refusal = refusal(tx, purse, wish);
        return refusal != null ? refused(refusal) : booked(tx, purse, wish, 0);
    }

    private @Nullable PurseRefusal refusal(Tx tx, PurseStore.Row purse, Wish wish) {
        var standing = standing(tx, purse);
        if (standing != null) {
            return standing;
        }
        return switch (wish.kind()) {
            case LOAD -> aboveMaximum(tx, purse, wish.amount());
            case PAY_OUT -> {
                var value = money.balance(tx, purse.account(), purse.currency());
                yield wish.amount().compareTo(value) > 0
                        ? new PurseRefusal.Insufficient(wish.medium(), value)
                        : null;
            }
            case REFUND -> {
                var remains = remains(tx, purse, wish.refunds());
                yield wish.amount().compareTo(remains) > 0
                        ? new PurseRefusal.NoSuchPurchase(wish.medium(), wish.refunds(), remains)
                        : aboveMaximum(tx, purse, wish.amount());
            }
            case DEBIT, UNDO -> null;
        };
    }

    private @Nullable PurseRefusal standing(Tx tx, PurseStore.Row purse) {
        var medium = new MediumId(purse.medium());
        var last = purse.validUntil();
        if (last != null && LocalDate.ofInstant(tx.now(), money.zone()).isAfter(last)) {
            return new PurseRefusal.Expired(medium, last);
        }
        if (purse.state() != State.ACTIVE || purse.mediumState() != MediumState.ACTIVE) {
            return new PurseRefusal.NotActive(
                    medium, purse.state() == State.ACTIVE ? State.REVOKED : purse.state());
        }
        int alarms = book.records.openAlarms(tx.sql(), purse.medium());
        if (alarms > 0) {
            return new PurseRefusal.UnderSuspicion(medium, alarms);
        }
        var open = book.orders.open(tx.sql(), purse.medium());
        return open.isEmpty()
                ? null
                : new PurseRefusal.OrderWaiting(medium, open.getFirst().number());
    }

    private @Nullable PurseRefusal aboveMaximum(Tx tx, PurseStore.Row purse, Money amount) {
        var rules = book.purses.rules(tx.sql());
        long maximum = rules.maximum();
        long value = money.balance(tx, purse.account(), purse.currency()).minor();
        var law = rules.inForce();
        if (law.wantsName(value + amount.minor()) && nameless(tx, purse)) {
            return new PurseRefusal.NameNeeded(
                    new MediumId(purse.medium()),
                    new Money(law.identifiedAbove(), purse.currency()));
        }
        return amount.minor() > maximum - value
                ? new PurseRefusal.AboveMaximum(
                        new MediumId(purse.medium()),
                        new Money(maximum, purse.currency()),
                        new Money(Math.max(0, maximum - value), purse.currency()))
                : null;
    }

    private boolean nameless(Tx tx, PurseStore.Row purse) {
        var holder = purse.holder();
        return holder == null || holders.nameless(tx, holder);
    }

    /// What of a purchase has not been given back.
    private Money remains(Tx tx, PurseStore.Row purse, long counter) {
        long paid = 0;
        for (var known : book.records.all(tx.sql(), purse.medium())) {
            var record = known.record();
            if (record.counter() == counter
                    && record.kind() == PurseKind.DEBIT
                    && known.posting() != null) {
                paid = record.amount();
            }
        }
        for (var known : book.records.all(tx.sql(), purse.medium())) {
            if (known.record().kind() == PurseKind.UNDO
                    && known.record().counter() == counter + 1) {
                paid -= known.record().amount();
            }
        }
        for (var order : book.orders.all(tx.sql(), purse.medium())) {
            if (order.refunds() == counter && order.state() != OrderStore.State.CANCELLED) {
                paid -= order.amount();
            }
        }
        return new Money(Math.max(0, paid), purse.currency());
    }

    private OrderOutcome booked(Tx tx, PurseStore.Row purse, Wish wish, long from) {
        long number = book.orders.nextNumber(tx);
        var outcome = orderMoney.move(tx, number, purse, wish, from);
        return switch (outcome) {
            case PurseMoney.Outcome.Refused(var refusal) -> new OrderOutcome.NoMoney(refusal);
            case PurseMoney.Outcome.Rejected(var problems) -> new OrderOutcome.Rejected(problems);
            case PurseMoney.Outcome.NeedsApproval(var matter, var above) ->
                    new OrderOutcome.NeedsApproval(matter, above);
            case PurseMoney.Outcome.NotApproved(long approval) ->
                    new OrderOutcome.NotApproved(approval);
            case PurseMoney.Outcome.Booked(long posting) ->
                    ordered(tx, number, purse, wish, posting, from);
        };
    }

    private OrderOutcome ordered(
            Tx tx, long number, PurseStore.Row purse, Wish wish, long posting, long from) {
        var operator = Math.max(0, tx.actor().operatorId());
        book.orders.insert(
                tx,
                new OrderStore.Row(
                        number,
                        purse.medium(),
                        wish.kind(),
                        wish.amount().minor(),
                        wish.source(),
                        wish.refunds(),
                        operator,
                        OrderStore.State.OPEN,
                        posting == 0 ? null : posting,
                        tx.now()),
                from);
        tx.journal(
                "purse.ordered",
                "medium:" + purse.medium(),
                Map.of(
                        "order", number,
                        "kind", wish.kind().name(),
                        "amount", wish.amount().minor(),
                        "source", wish.source().name(),
                        "approval", wish.approval()));
        boolean receipt = posting != 0 && wish.source() != Source.PURSE;
        return new OrderOutcome.Ordered(
                number,
                new PurseChange(
                        wish.kind(),
                        0,
                        number,
                        operator,
                        tx.now(),
                        wish.amount().minor(),
                        0,
                        purse.currency().getNumericCode()),
                receipt ? money.receipt(tx, posting, purse.medium()) : null);
    }

    OrderOutcome move(Tx tx, long from, long to, long approval) {
        var old = book.purses.find(tx.sql(), from);
        var fresh = book.purses.find(tx.sql(), to);
        if (old.isEmpty() || fresh.isEmpty()) {
            return refused(new PurseRefusal.NoPurse(new MediumId(old.isEmpty() ? from : to)));
        }
        var purse = old.get();
        var holder = purse.holder();
        boolean lives = purse.mediumState() == MediumState.ACTIVE;
        if (from == to || lives || holder == null || !holder.equals(fresh.get().holder())) {
            return refused(new PurseRefusal.NotItsReplacement(new MediumId(from)));
        }
        if (purse.state() == State.MOVED || purse.state() == State.EXPIRED) {
            return refused(new PurseRefusal.NotActive(new MediumId(from), purse.state()));
        }
        var rules = book.purses.rules(tx.sql());
        if (!rules.inForce().takesLoss(nameless(tx, purse))) {
            return refused(new PurseRefusal.LossNotTaken(new MediumId(from)));
        }
        var until = purse.mediumChanged().plus(Duration.ofDays(rules.waitingDays()));
        if (tx.now().isBefore(until)) {
            return refused(new PurseRefusal.TooEarly(new MediumId(from), until));
        }
        int alarms = book.records.openAlarms(tx.sql(), from);
        if (alarms > 0) {
            return refused(new PurseRefusal.UnderSuspicion(new MediumId(from), alarms));
        }
        var standing = standing(tx, fresh.get());
        if (standing != null) {
            return refused(standing);
        }
        var value = money.balance(tx, purse.account(), purse.currency());
        if (!value.positive()) {
            return refused(new PurseRefusal.Insufficient(new MediumId(from), value));
        }
        var wish = new Wish(new MediumId(to), PurseKind.LOAD, value, Source.PURSE, 0, approval);
        var outcome = booked(tx, fresh.get(), wish, from);
        if (outcome instanceof OrderOutcome.Ordered) {
            book.purses.moved(tx, from, to);
            tx.journal("purse.moved", "medium:" + from, Map.of("to", to, "amount", value.minor()));
        }
        return outcome;
    }

    private static OrderOutcome refused(PurseRefusal refusal) {
        return new OrderOutcome.Refused(refusal);
    }
}
