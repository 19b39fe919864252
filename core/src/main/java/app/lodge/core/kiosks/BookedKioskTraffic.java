package app.lodge.core.kiosks;

import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.KioskMoney;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Tx;
import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.cashdesk.Denomination.Form;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Cash of devices in the books, each event and each question once, in the one writer.
final class BookedKioskTraffic implements KioskTraffic {

    /// The setting that says what a device hands out.
    private static final String PAYOUT = "payout";

    private final Books books;
    private final KioskMoney money;
    private final Bags bags;
    private final CardTopUps cards;
    private final KioskStore store = new KioskStore();

    BookedKioskTraffic(Books books, KioskMoney money, CashLedger cash, CardTopUps cards) {
        this.books = books;
        this.cards = cards;
        this.money = money;
        this.bags = new Bags(money, cash);
    }

    @Override
    public Authorisation mayTopUp(
            Actor device, long deviceNumber, Uid credential, Currency currency) {
        requireOwn(device, deviceNumber);
        return books.write(device, tx -> money.mayTopUp(tx, credential, currency));
    }

    @Override
    public Authorisation mayPayOut(Actor device, long deviceNumber, Payments.Ask ask) {
        requireOwn(device, deviceNumber);
        return books.write(
                device,
                tx -> money.once(tx, deviceNumber, ask, () -> decide(tx, deviceNumber, ask)));
    }

    private Authorisation decide(Tx tx, long device, Payments.Ask ask) {
        var amount = ask.amount();
        var none = Money.zero(amount.currency());
        if (!amount.positive()) {
            return new Refused(Why.BAD_AMOUNT, none);
        }
        if (!store.keepsCash(tx.sql(), device)) {
            return new Refused(Why.WRONG_DEVICE, none);
        }
        var equipped = store.setting(tx.sql(), device, PAYOUT);
        if (equipped.isEmpty() || equipped.equals("none")) {
            return new Refused(Why.NO_PAY_OUT, none);
        }
        var rules = KioskRulesDocument.read(tx);
        if (amount.minor() > rules.mostPerPayOut()) {
            return new Refused(
                    Why.LIMIT_REACHED, new Money(rules.mostPerPayOut(), amount.currency()));
        }
        var payable = payable(tx, device, equipped, amount);
        return payable < amount.minor()
                ? new Refused(Why.NOT_ENOUGH_CASH, new Money(payable, amount.currency()))
                : money.reserve(tx, device, ask, rules.mostPerDay());
    }

    /// The most, up to the amount, that lies in the device in pieces that it can hand out.
    private long payable(Tx tx, long device, String equipped, Money amount) {
        if (!store.tellsPieces(tx.sql(), device)) {
            var inIt = store.expected(tx.sql(), device, amount.currency()).minor();
            return Math.clamp(inIt, 0, amount.minor());
        }
        var pieces = store.content(tx.sql(), device, amount.currency());
        var forms = new TreeMap<Long, Form>();
        Denomination.of(amount.currency())
                .reversed()
                .forEach(one -> forms.put(one.minor(), one.form()));
        pieces.keySet()
                .removeIf(denomination ->
                        !hands(equipped, forms.getOrDefault(denomination, Form.NOTE)));
        return Payable.most(pieces, amount.minor());
    }

    private static boolean hands(String equipped, Form form) {
        return switch (form) {
            case NOTE -> !equipped.equals("coins");
            case COIN -> !equipped.equals("notes");
        };
    }

    @Override
    public Taken takeIn(Actor device, long deviceNumber, CashEvent event) {
        requireOwn(device, deviceNumber);
        return books.write(device, tx -> takeOnce(tx, deviceNumber, event));
    }

    @Override
    public Taken takeIn(Actor device, long deviceNumber, CardPayment payment) {
        requireOwn(device, deviceNumber);
        return cards.takeIn(deviceNumber, payment);
    }

    private Taken takeOnce(Tx tx, long device, CashEvent event) {
        if (store.known(tx.sql(), device, event.seq())) {
            return new Taken(store.posting(tx.sql(), device, event.seq()), "");
        }
        var odd = odd(tx, device, event);
        if (!odd.isEmpty()) {
            return new Taken(null, odd);
        }
        var account = money.cash(tx, device, event.amount().currency());
        var posting = book(tx, device, event);
        store.insert(tx, device, event, account, posting);
        if (event.kind() == CashEvent.Kind.EMPTIED) {
            bags.told(tx, device, event);
        }
        var content = event.content();
        content.put("account", account.number());
        content.put("posting", posting == null ? 0 : posting);
        tx.journal("kiosk.cash", "device:" + device, content);
        return new Taken(posting, byStranger(tx, event) ? "unknown-credential" : "");
    }

    /// Money came in and nobody knows whose it is, or who put it there.
    private boolean byStranger(Tx tx, CashEvent event) {
        var uid = event.credential();
        return switch (event.kind()) {
            case CASH_IN ->
                    uid == null || money.accountOf(tx, uid, event.amount().currency()).isEmpty();
            case DEPOSIT -> uid == null || money.mediumOf(tx, uid).isEmpty();
            case CASH_OUT, EMPTIED, FILLED -> false;
        };
    }

    /// Why an event cannot have been so.
    private String odd(Tx tx, long device, CashEvent event) {
        if (!store.keepsCash(tx.sql(), device)) {
            return "keeps-no-cash";
        }
        if (event.kind() == CashEvent.Kind.EMPTIED && event.seal().isEmpty()) {
            return "no-seal";
        }
        if (event.pieces().isEmpty()
                && event.amount().minor() != 0
                && store.tellsPieces(tx.sql(), device)) {
            return "no-pieces";
        }
        var sum =
                event.pieces().entrySet().stream()
                        .mapToLong(one -> Math.multiplyExact(one.getKey(), one.getValue()))
                        .reduce(0, Math::addExact);
        return event.pieces().isEmpty() || sum == event.amount().minor() ? "" : "pieces-differ";
    }

    private @Nullable Long book(Tx tx, long device, CashEvent event) {
        var amount = event.amount();
        var uid = event.credential();
        if (amount.minor() == 0) {
            if (event.kind() == CashEvent.Kind.CASH_OUT) {
                money.release(tx, device, event.askId());
            }
            return null;
        }
        var content = event.content();
        if (uid != null) {
            content.put("credential", uid.hex());
        }
        var named = new KioskMoney.Event(device, event.seq(), event.at(), Map.copyOf(content));
        return switch (event.kind()) {
            case CASH_IN -> money.topUp(tx, named, uid, amount);
            case CASH_OUT -> money.payOut(tx, named, event.askId(), uid, amount);
            case EMPTIED ->
                    money.carry(tx, named, amount.negated(), money.bags(tx, amount.currency()));
            case FILLED, DEPOSIT ->
                    money.carry(tx, named, amount, money.safe(tx, amount.currency()));
        };
    }

    private static void requireOwn(Actor device, long number) {
        device.require(Permission.DEVICE_TRAFFIC);
        if (device.operatorId() != -number) {
            throw new NotPermitted(device.name(), "speak for device " + number);
        }
    }
}
