package app.lodge.bridge.authorising;

import app.lodge.bridge.kiosks.KioskCash;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Up;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Payments.Authorisation;
import app.lodge.core.accounts.Payments.Choices;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldBooks.OpenAnswer;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.devices.IdentifyBy;
import app.lodge.core.media.Apps;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.operators.TerminalEntrance;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what devices ask in real time: pay (ID-14, ID-15), which cost centres to
/// offer (ID-16, ID-17), top up and pay out in cash (ID-30, ID-31), open (LOCK-40). The same ask gets the
/// same answer, however often it comes.
public final class Authorising {

    private static final Logger LOG = LoggerFactory.getLogger(Authorising.class);

    private final FieldBooks books;
    private final Apps apps;
    private final Payments payments;
    private final KioskCash cash;
    private final TerminalKeySets keySets;
    private final LimitDisplay display;
    private final OperatorLogOn operators;
    private final InstantSource clock;

    /// @param display how a point tells its payer what was in the way
    public Authorising(
            FieldBooks books,
            Apps apps,
            Payments payments,
            KioskCash cash,
            TerminalKeySets keySets,
            TerminalEntrance entrance,
            LimitDisplay display,
            InstantSource clock) {
        this.display = display;
        this.books = books;
        this.apps = apps;
        this.cash = cash;
        this.payments = payments;
        this.keySets = keySets;
        this.operators = new OperatorLogOn(entrance, clock);
        this.clock = clock;
    }

    /// @param clockOffset the device's clock minus ours: its deadline is by its own clock
    public void answer(
            FieldLink link,
            FieldDevice device,
            Up.Ask ask,
            FieldLink.Reply reply,
            Duration clockOffset) {
        if (clock.instant().plus(clockOffset).isAfter(ask.deadline())) {
            // The device went by its offline rule long ago: reserving money now would only bind it.
            LOG.info("{} ask {} came after its deadline", device.name(), ask.id());
            link.answer(device.name(), reply, no(ask, "TOO_LATE", null));
            return;
        }
        link.answer(
                device.name(),
                reply,
                switch (ask.kind()) {
                    case "pay", "top-up", "pay-out", "open", "centres" -> shown(device, ask);
                    case "purse-keys", "classic-keys" -> purseKeys(device, ask);
                    case "operator-card", "operator" -> operators.answer(device, ask);
                    default -> no(ask, "UNKNOWN_KIND", null);
                });
    }

    /// Whatever medium it was, from here on it is what the books know it by (ID-08).
    private Down.Answer shown(FieldDevice device, Up.Ask ask) {
        if (ask.credential().isEmpty()) {
            return known(device, ask);
        }
        var seen =
                apps.shown(
                        Actor.device(device.id().number(), device.name()),
                        device.id().number(),
                        new Uid(ask.credential()));
        return switch (seen) {
            case Apps.Shown.Known(var number) -> known(device, ask.by(number.hex()));
            case Apps.Shown.Stale _ -> no(ask, "STALE_CODE", null);
        };
    }

    private Down.Answer known(FieldDevice device, Up.Ask ask) {
        return switch (ask.kind()) {
            case "pay" -> pay(device, ask);
            case "top-up" -> answer(ask, cash.topUp(device, ask));
            case "pay-out" -> answer(ask, cash.payOut(device, ask));
            case "open" -> open(device, ask);
            default -> centres(device, ask);
        };
    }

    private Down.Answer pay(FieldDevice device, Up.Ask ask) {
        var amount = ask.amount();
        if (!device.kind().sells()) {
            return no(ask, Authorisation.Why.WRONG_DEVICE.name(), null);
        }
        if (amount == null || amount.minor() <= 0) {
            return no(ask, Authorisation.Why.BAD_AMOUNT.name(), null);
        }
        if (ask.credential().isEmpty()) {
            return no(ask, Authorisation.Why.UNKNOWN_CREDENTIAL.name(), null);
        }
        var outcome =
                payments.authorise(
                        Actor.device(device.id().number(), device.name()),
                        device.id().number(),
                        new Payments.Ask(
                                ask.id(),
                                new Uid(ask.credential()),
                                Money.of(amount.minor(), amount.currency()),
                                ask.at(),
                                ask.costCentre()));
        return answer(ask, outcome);
    }

    private Down.Answer answer(Up.Ask ask, Authorisation outcome) {
        return switch (outcome) {
            case Authorisation.Approved approved ->
                    new Down.Answer(
                            ask.id(),
                            true,
                            "",
                            approved.hold(),
                            amount(approved.amount()),
                            amount(approved.availableAfter()),
                            clock.instant().plus(approved.validFor()),
                            0,
                            clock.instant());
            case Authorisation.Refused refused ->
                    Down.Answer.limited(
                            ask.id(),
                            refused.why().name(),
                            amount(refused.available()),
                            clock.instant(),
                            display.of(refused));
        };
    }

    /// What the payer may choose from, before the ask to pay.
    private Down.Answer centres(FieldDevice device, Up.Ask ask) {
        if (!device.kind().sells()) {
            return no(ask, Authorisation.Why.WRONG_DEVICE.name(), null);
        }
        if (ask.credential().isEmpty()) {
            return no(ask, Authorisation.Why.UNKNOWN_CREDENTIAL.name(), null);
        }
        var outcome =
                payments.choices(
                        Actor.device(device.id().number(), device.name()),
                        device.id().number(),
                        new Uid(ask.credential()));
        return switch (outcome) {
            case Choices.Offered(var centres) ->
                    Down.Answer.choices(
                            ask.id(),
                            centres.stream()
                                    .map(one ->
                                            new Down.Centre(
                                                    one.code(), one.name(), one.preferred()))
                                    .toList(),
                            clock.instant());
            case Choices.Refused(var why) -> no(ask, why.name(), null);
        };
    }

    /// The keys to read and debit purses, or a Classic's one, for this terminal's eyes only (CHAIN-14).
    private Down.Answer purseKeys(FieldDevice device, Up.Ask ask) {
        if (!device.kind().sells()) {
            return no(ask, Authorisation.Why.WRONG_DEVICE.name(), null);
        }
        try {
            var key =
                    KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(ask.publicKey())));
            byte[] sealed =
                    ask.kind().equals("classic-keys")
                            ? keySets.ofClassic(new Uid(ask.credential()), key)
                            : keySets.sealedTo(device.id().number(), key);
            return Down.Answer.keys(
                    ask.id(), Base64.getEncoder().encodeToString(sealed), clock.instant());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("{} asked for keys with a key that cannot be used", device.name(), e);
            return no(ask, "BAD_KEY", null);
        }
    }

    private Down.Answer open(FieldDevice device, Up.Ask ask) {
        var typed = ask.medium().equals(IdentifyBy.TYPED) && ask.compartment() > 0;
        if (ask.credential().isEmpty() && !typed) {
            return no(ask, OpenAnswer.Why.UNKNOWN_CREDENTIAL.name(), null);
        }
        var outcome =
                books.mayOpen(
                        Actor.device(device.id().number(), device.name()),
                        device.id(),
                        ask.id(),
                        ask.credential(),
                        ask.compartment(),
                        ask.medium());
        return switch (outcome) {
            case OpenAnswer.MayOpen(int compartment) ->
                    new Down.Answer(
                            ask.id(),
                            true,
                            "",
                            0,
                            null,
                            null,
                            ask.deadline(),
                            compartment,
                            clock.instant());
            case OpenAnswer.MayNotOpen(var why) -> no(ask, why.name(), null);
        };
    }

    private Down.Answer no(Up.Ask ask, String why, Down.@Nullable Amount available) {
        return Down.Answer.no(ask.id(), why, available, clock.instant());
    }

    private static Down.Amount amount(Money money) {
        return new Down.Amount(money.minor(), money.currency().getCurrencyCode());
    }
}
