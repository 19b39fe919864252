package app.lodge.core.kiosks;

import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.cashdesk.Count;
import app.lodge.core.cashdesk.DifferenceCause;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Bags between device and safe. What the device told went into them, what somebody counted comes out; the
/// difference is booked by whichever of the two comes last, so that both orders give the same books.
final class Bags {

    private final KioskMoney money;
    private final CashLedger cash;
    private final EmptyingStore store = new EmptyingStore();

    Bags(KioskMoney money, CashLedger cash) {
        this.money = money;
        this.cash = cash;
    }

    /// The device has emptied itself into a bag, which may have been counted already.
    void told(Tx tx, long device, CashEvent event) {
        var currency = event.amount().currency();
        var ahead = store.ahead(tx, device, event.seal(), currency);
        var number =
                ahead.map(Emptying::number)
                        .orElseGet(() -> store.insert(tx, device, currency, event.seal()));
        var uid = event.credential();
        var medium = uid == null ? null : money.mediumOf(tx, uid).orElse(null);
        var counted = ahead.flatMap(Emptying::counted).orElse(null);
        if (counted == null) {
            store.told(tx, number, event, medium);
            return;
        }
        var found = counted.amount().minus(event.amount());
        var cause = ahead.get().cause().orElse(DifferenceCause.UNKNOWN);
        if (found.minor() != 0) {
            store.cause(tx, number, cause);
        }
        store.told(tx, number, event, medium);
        var request = new RequestId("kiosk-emptied-%d-%d".formatted(device, event.seq()));
        difference(tx, request, number, found, ahead.get().reference());
    }

    /// Somebody has counted a bag.
    ///
    /// @param cause of the difference, should there be one
    Emptying counted(
            Tx tx,
            RequestId request,
            Emptying bag,
            Count count,
            @Nullable DifferenceCause cause,
            String reference) {
        var number = bag.number();
        var found =
                bag.told()
                        .map(told -> count.total().minus(told.amount()))
                        .orElseGet(() -> Money.zero(count.currency()));
        var unknown = bag.told().isEmpty();
        if (cause != null && (unknown || found.minor() != 0)) {
            store.cause(tx, number, cause);
        }
        store.counted(tx, number, count, reference);
        if (count.total().positive()) {
            cash.transit(
                    tx,
                    request,
                    money.bags(tx, count.currency()),
                    count.total().negated(),
                    reference);
        }
        difference(tx, request, number, found, reference);
        tx.journal(
                "kiosk.counted",
                "device:" + bag.deviceId().number(),
                content(number, bag, count, found, cause, reference));
        return store.get(tx.sql(), number);
    }

    /// A bag of which only the bag is known.
    Emptying begun(Tx tx, long device, Currency currency, String seal) {
        return store.get(tx.sql(), store.insert(tx, device, currency, seal));
    }

    private void difference(Tx tx, RequestId request, long number, Money found, String reference) {
        if (found.minor() != 0) {
            store.difference(
                    tx,
                    number,
                    cash.difference(
                            tx, request, money.bags(tx, found.currency()), found, reference));
        }
    }

    private static Map<String, Object> content(
            long number,
            Emptying bag,
            Count count,
            Money found,
            @Nullable DifferenceCause cause,
            String reference) {
        var content = new TreeMap<String, Object>();
        content.put("emptying", number);
        content.put("seal", bag.seal());
        content.put("counted", count.total().minor());
        content.put("difference", found.minor());
        content.put("pieces", count.pieces());
        content.put("currency", count.currency().getCurrencyCode());
        content.put("cause", cause == null ? "" : cause.name());
        content.put("reference", reference);
        return content;
    }
}
