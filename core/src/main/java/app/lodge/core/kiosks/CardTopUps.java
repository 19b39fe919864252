package app.lodge.core.kiosks;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.kiosks.KioskTraffic.CardPayment;
import app.lodge.core.kiosks.KioskTraffic.Taken;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps;
import app.lodge.core.topups.TopUps.NewOrder;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.util.Optional;

/// Card payments at kiosks as orders of the source `KIOSK`. A device and its number name one order for good, so
/// each step may be repeated.
final class CardTopUps {

    private static final Actor KIOSKS = Actor.system("kiosks");

    private final Books books;
    private final KioskMoney money;
    private final TopUps topUps;

    CardTopUps(Books books, KioskMoney money, TopUps topUps) {
        this.books = books;
        this.money = money;
        this.topUps = topUps;
    }

    Taken takeIn(long device, CardPayment payment) {
        var reference = "K%d-%d".formatted(device, payment.seq());
        var taken = credit(payment, reference);
        if (!taken.remark().isEmpty()) {
            refused(device, payment, reference, taken.remark());
        }
        return taken;
    }

    private Taken credit(CardPayment payment, String reference) {
        var uid = payment.credential();
        var account =
                uid == null
                        ? Optional.<AccountId>empty()
                        : money.accountOf(books.committed(), uid, payment.amount().currency());
        if (account.isEmpty()) {
            return new Taken(null, "unknown-credential");
        }
        var ordered =
                topUps.order(
                        KIOSKS,
                        new RequestId("kiosk-order-" + reference),
                        new NewOrder(
                                TopUpSource.KIOSK, reference, account.get(), payment.amount()));
        return ordered instanceof OrderOutcome.Done(var order, _)
                ? taken(
                        topUps.authorise(
                                KIOSKS,
                                new RequestId("kiosk-authorised-" + reference),
                                order.number(),
                                payment.authorisation()))
                : taken(ordered);
    }

    /// Once, however often the device tells of it: the watch makes a task of the row.
    private void refused(long device, CardPayment payment, String reference, String remark) {
        books.once(
                KIOSKS,
                new RequestId("kiosk-card-refused-" + reference),
                "kiosks.card-refused",
                payment.amount(),
                String.class,
                tx -> {
                    CardRefusalStore.note(tx, device, payment, reference, remark);
                    return remark;
                });
    }

    /// What is not credited stands in the device's journal and is a task of the watch, so that somebody gives it
    /// back at the terminal.
    private static Taken taken(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Done(var order, _) ->
                    new Taken(order.creditPosting() == 0 ? null : order.creditPosting(), "");
            case OrderOutcome.Refused _ -> new Taken(null, "card-payment-refused");
            case OrderOutcome.NoMandate _, OrderOutcome.NotNow _, OrderOutcome.Rejected _ ->
                    new Taken(null, "not-a-card-payment");
        };
    }
}
