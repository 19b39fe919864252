package app.lodge.core.topups;

import app.lodge.core.accounts.OutsideMoney;
import app.lodge.core.books.Tx;
import app.lodge.core.money.Money;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUps.OrderOutcome;
import app.lodge.core.topups.TopUps.OrderOutcome.Done;
import app.lodge.core.topups.TopUps.OrderOutcome.NotNow;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// How an order moves on, and what that books. Reports come late, twice and out of order: a return is
/// final, a settlement stands for the authorisation that nobody reported.
final class OrderSteps {

    private final SourceRules rules;
    private final OutsideMoney money;
    private final TopUpStore store;

    OrderSteps(SourceRules rules, OutsideMoney money, TopUpStore store) {
        this.rules = rules;
        this.money = money;
        this.store = store;
    }

    OrderOutcome authorise(Tx tx, TopUpOrder order, String authorisation) {
        return switch (order.state()) {
            case ORDERED -> new Done(authorised(tx, order, authorisation), false);
            case AUTHORISED, SETTLED -> new Done(order, true);
            case RETURNED, REFUSED -> new NotNow(order);
        };
    }

    TopUpOrder authorised(Tx tx, TopUpOrder order, String authorisation) {
        var credit = atOnce(tx, order) ? credit(tx, order) : 0;
        return keep(
                tx,
                with(order, State.AUTHORISED, authorisation, credit, 0, 0, 0, null),
                "top-up.authorised");
    }

    private boolean atOnce(Tx tx, TopUpOrder order) {
        var rule = rules.of(order.source());
        return switch (rule.crediting()) {
            case AT_ONCE -> true;
            case AT_ONCE_UP_TO ->
                    order.amount().minor()
                            <= rule.upTo() - store.unsettled(tx, order.account(), order.source());
            case AFTER_SETTLEMENT -> false;
        };
    }

    OrderOutcome refuse(Tx tx, TopUpOrder order) {
        return switch (order.state()) {
            case ORDERED ->
                    new Done(
                            keep(
                                    tx,
                                    with(
                                            order,
                                            State.REFUSED,
                                            order.authorisation(),
                                            0,
                                            0,
                                            0,
                                            0,
                                            null),
                                    "top-up.refused"),
                            false);
            case REFUSED -> new Done(order, true);
            case AUTHORISED, SETTLED, RETURNED -> new NotNow(order);
        };
    }

    OrderOutcome settle(Tx tx, TopUpOrder order) {
        return switch (order.state()) {
            case ORDERED, AUTHORISED -> {
                var credit = order.creditPosting();
                yield new Done(
                        keep(
                                tx,
                                with(
                                        order,
                                        State.SETTLED,
                                        order.authorisation(),
                                        credit == 0 ? credit(tx, order) : credit,
                                        money.settle(
                                                tx, source(order), order.number(), order.amount()),
                                        0,
                                        0,
                                        null),
                                "top-up.settled"),
                        false);
            }
            case SETTLED -> new Done(order, true);
            case RETURNED, REFUSED -> new NotNow(order);
        };
    }

    OrderOutcome giveBack(Tx tx, TopUpOrder order, String reason) {
        return switch (order.state()) {
            case AUTHORISED, SETTLED -> new Done(returned(tx, order, reason), false);
            case RETURNED -> new Done(order, true);
            case ORDERED, REFUSED -> new NotNow(order);
        };
    }

    private TopUpOrder returned(Tx tx, TopUpOrder order, String reason) {
        var settled = order.settlePosting();
        if (settled != 0) {
            money.reverse(tx, source(order), order.number(), settled);
        }
        var credited = order.creditPosting();
        var reversal =
                credited == 0 ? 0 : money.reverse(tx, source(order), order.number(), credited);
        var fee = new Money(rules.of(order.source()).returnFee(), order.amount().currency());
        var charged =
                fee.positive() && money.open(tx, order.account())
                        ? money.fee(tx, source(order), order.number(), order.account(), fee)
                        : 0;
        money.bar(tx, order.account());
        return keep(
                tx,
                with(
                        order,
                        State.RETURNED,
                        order.authorisation(),
                        credited,
                        settled,
                        reversal,
                        charged,
                        reason),
                "top-up.returned");
    }

    private long credit(Tx tx, TopUpOrder order) {
        return money.credit(tx, source(order), order.number(), order.account(), order.amount());
    }

    private static String source(TopUpOrder order) {
        return "top-up:" + order.source().name();
    }

    private TopUpOrder keep(Tx tx, TopUpOrder order, String kind) {
        store.keep(tx, order);
        var content = new LinkedHashMap<String, Object>();
        content.put("order", order.number());
        content.put("source", order.source().name());
        put(content, "credit", order.creditPosting());
        put(content, "settlement", order.settlePosting());
        put(content, "reversal", order.returnPosting());
        put(content, "fee", order.feePosting());
        put(content, "reason", order.returnReason());
        tx.journal(kind, "account:" + order.account().number(), content);
        return order;
    }

    private static void put(
            LinkedHashMap<String, Object> content, String name, @Nullable Object value) {
        if (value != null && !value.equals(0L)) {
            content.put(name, value);
        }
    }

    private static TopUpOrder with(
            TopUpOrder order,
            State state,
            @Nullable String authorisation,
            long credit,
            long settlement,
            long reversal,
            long fee,
            @Nullable String reason) {
        return new TopUpOrder(
                order.number(),
                order.source(),
                order.reference(),
                order.account(),
                order.amount(),
                state,
                order.mandate(),
                authorisation,
                credit,
                settlement,
                reversal,
                fee,
                reason,
                order.bankFile(),
                order.orderedAt());
    }
}
