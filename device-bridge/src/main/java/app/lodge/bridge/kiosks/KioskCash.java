package app.lodge.bridge.kiosks;

import app.lodge.bridge.link.CashUp;
import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Up;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Authorisation.Refused;
import app.lodge.core.accounts.Payments.Authorisation.Why;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.kiosks.CashEvent;
import app.lodge.core.kiosks.CashEvent.Kind;
import app.lodge.core.kiosks.KioskTraffic;
import app.lodge.core.kiosks.KioskTraffic.CardPayment;
import app.lodge.core.kiosks.KioskTraffic.Taken;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what kiosks, phones and safes do with cash, and answers what they ask about it.
public final class KioskCash {

    private static final Logger LOG = LoggerFactory.getLogger(KioskCash.class);
    private static final String CARD = "card-in";
    private static final Map<String, Kind> KINDS =
            Map.of(
                    "cash-in", Kind.CASH_IN,
                    "cash-out", Kind.CASH_OUT,
                    "emptied", Kind.EMPTIED,
                    "filled", Kind.FILLED);

    /// What a safe says; its cassettes are what a kiosk's bags are.
    private static final Map<String, Kind> AT_A_SAFE =
            Map.of("deposit", Kind.DEPOSIT, "cassette-swapped", Kind.EMPTIED);

    private final KioskTraffic traffic;
    private final Supplier<Currency> currency;

    /// @param currency the site's, as it stands whenever asked
    public KioskCash(KioskTraffic traffic, Supplier<Currency> currency) {
        this.traffic = traffic;
        this.currency = currency;
    }

    /// Whether an event of this kind is one of these.
    public boolean knows(String kind) {
        return kind.equals(CARD) || KINDS.containsKey(kind) || AT_A_SAFE.containsKey(kind);
    }

    /// @throws BooksUnavailable if nothing is safe yet; the device sends again
    public Taken take(Actor actor, FieldDevice device, Up.Event event) {
        var amount = event.amount();
        if (!isOf(device, event) || amount == null || amount.minor() < 0) {
            return new Taken(null, "not-cash");
        }
        try {
            return take(
                    actor,
                    device,
                    event,
                    CashUp.of(event),
                    Money.of(amount.minor(), amount.currency()));
        } catch (BooksUnavailable e) {
            throw e;
        } catch (MalformedMessage e) {
            LOG.warn("{} event {}: {}", device.name(), event.seq(), e.getMessage());
            return new Taken(null, "not-cash");
        } catch (RuntimeException e) {
            // Refused for what it says, so it would be refused for ever: keep it, and tell.
            LOG.error("{} event {} could not be booked", device.name(), event.seq(), e);
            return new Taken(null, "not-booked");
        }
    }

    /// A kiosk's event is none of a safe, nor the other way round.
    private static boolean isOf(FieldDevice device, Up.Event event) {
        return device.kind().keepsCash()
                && (kinds(device).containsKey(event.kind())
                        || event.kind().equals(CARD) && device.kind() != DeviceKind.SAFE);
    }

    private static Map<String, Kind> kinds(FieldDevice device) {
        return device.kind() == DeviceKind.SAFE ? AT_A_SAFE : KINDS;
    }

    private Taken take(Actor actor, FieldDevice device, Up.Event event, CashUp cash, Money amount) {
        var number = device.id().number();
        var uid = event.credential().isEmpty() ? null : new Uid(event.credential());
        var kind = kinds(device).get(event.kind());
        if (kind != null) {
            return traffic.takeIn(
                    actor,
                    number,
                    new CashEvent(
                            event.seq(),
                            kind,
                            event.at(),
                            uid,
                            kind == Kind.CASH_OUT ? event.askId() : "",
                            amount,
                            cash.pieces(),
                            kind == Kind.EMPTIED ? cash.seal() : ""));
        }
        return traffic.takeIn(
                actor, number, new CardPayment(event.seq(), uid, amount, cash.authorisation()));
    }

    /// May this holder put money in, and how much?
    public Authorisation topUp(FieldDevice device, Up.Ask ask) {
        var refusal = refusal(device, ask);
        return refusal == null
                ? traffic.mayTopUp(
                        actor(device),
                        device.id().number(),
                        new Uid(ask.credential()),
                        currency.get())
                : new Refused(refusal, Money.zero(currency.get()));
    }

    /// May this much be handed out to this holder?
    public Authorisation payOut(FieldDevice device, Up.Ask ask) {
        var refusal = refusal(device, ask);
        var amount = ask.amount();
        if (refusal != null || amount == null) {
            return new Refused(
                    refusal == null ? Why.BAD_AMOUNT : refusal, Money.zero(currency.get()));
        }
        return traffic.mayPayOut(
                actor(device),
                device.id().number(),
                new Payments.Ask(
                        ask.id(),
                        new Uid(ask.credential()),
                        Money.of(amount.minor(), amount.currency()),
                        ask.at()));
    }

    private static @Nullable Why refusal(FieldDevice device, Up.Ask ask) {
        if (!device.kind().keepsCash() || device.kind() == DeviceKind.SAFE) {
            return Why.WRONG_DEVICE;
        }
        return ask.credential().isEmpty() ? Why.UNKNOWN_CREDENTIAL : null;
    }

    private static Actor actor(FieldDevice device) {
        return Actor.device(device.id().number(), device.name());
    }
}
