package app.lodge.bridge.intake;

import app.lodge.bridge.kiosks.KioskCash;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.core.accounts.Payments;
import app.lodge.core.books.Actor;
import app.lodge.core.books.BooksUnavailable;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.devices.FieldBooks.Standing;
import app.lodge.core.devices.FieldBooks.Taken;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.devices.FieldEvent;
import app.lodge.core.media.AppCode;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.Purses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in events exactly once and says so when they are safe (ID-15).
///
/// Order: money first, then the event that names the posting, then the acknowledgement. Each step may
/// be repeated without changing anything, so a bridge killed between any two goes on where it was.
/// Called on the device's own lane.
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String PAYMENT = "payment";
    private static final String PURSE = "purse";
    private static final String ABANDONED = "abandoned";
    private static final Duration GAP_PATIENCE = Duration.ofSeconds(5);

    private final FieldBooks books;
    private final Payments payments;
    private final Purses purses;
    private final KioskCash cash;
    private final InstantSource clock;
    private final Map<String, Instant> gapsAskedFor = new ConcurrentHashMap<>();

    public Intake(
            FieldBooks books,
            Payments payments,
            Purses purses,
            KioskCash cash,
            InstantSource clock) {
        this.books = books;
        this.payments = payments;
        this.purses = purses;
        this.cash = cash;
        this.clock = clock;
    }

    /// @throws BooksUnavailable if nothing is safe yet; the device sends again
    public void take(FieldLink link, FieldDevice device, Up.Event told) {
        var message = known(told);
        var actor = Actor.device(device.id().number(), device.name());
        var event =
                new FieldEvent(
                        message.seq(),
                        message.kind(),
                        message.at(),
                        message.credential(),
                        message.canonical());
        var outcome = take(actor, device, message, event);
        switch (outcome) {
            case Taken.Kept kept -> LOG.debug("{} event {} kept", device.name(), event.seq());
            case Taken.Repeated repeated ->
                    LOG.debug("{} event {} came again", device.name(), event.seq());
            case Taken.Contradicted contradicted ->
                    LOG.warn(
                            "ALARM: {} sent event {} a second time with other content",
                            device.name(),
                            event.seq());
            case Taken.AfterGap(long _, long from, long to) -> askAgain(link, device, from, to);
        }
        link.push(device.name(), Topics.ACK, new Down.Ack(outcome.upTo()));
    }

    /// What happened, happened, so an app's code is not asked whether it still holds.
    private static Up.Event known(Up.Event told) {
        return told.credential().isEmpty()
                ? told
                : AppCode.of(new Uid(told.credential()))
                        .map(code -> told.by(code.medium().hex()))
                        .orElse(told);
    }

    private Taken take(Actor actor, FieldDevice device, Up.Event message, FieldEvent event) {
        return switch (books.standing(device.id(), event)) {
            case Standing.REPEATED, Standing.CONTRADICTED ->
                    books.takeIn(actor, device.id(), event, null, "");
            case Standing.NEW -> {
                var settled = settle(actor, device, message);
                yield books.takeIn(actor, device.id(), event, settled.posting(), settled.remark());
            }
        };
    }

    private record Settled(@Nullable Long posting, String remark) {
        static final Settled NO_MONEY = new Settled(null, "");
    }

    private Settled settle(Actor actor, FieldDevice device, Up.Event event) {
        return switch (event.kind()) {
            case PAYMENT -> pay(actor, device, event);
            case PURSE -> purse(actor, device, event);
            case ABANDONED -> {
                if (!event.askId().isEmpty()) {
                    payments.release(actor, device.id().number(), event.askId());
                }
                yield Settled.NO_MONEY;
            }
            default -> {
                if (!cash.knows(event.kind())) {
                    yield Settled.NO_MONEY;
                }
                var taken = cash.take(actor, device, event);
                yield new Settled(taken.posting(), taken.remark());
            }
        };
    }

    private Settled pay(Actor actor, FieldDevice device, Up.Event event) {
        var amount = event.amount();
        if (!device.kind().sells()
                || amount == null
                || amount.minor() <= 0
                || event.credential().isEmpty()) {
            return new Settled(null, "not-a-payment");
        }
        try {
            return new Settled(
                    payments.book(
                            actor,
                            device.id().number(),
                            new Payments.PaymentEvent(
                                    event.seq(),
                                    event.askId(),
                                    new Uid(event.credential()),
                                    Money.of(amount.minor(), amount.currency()),
                                    event.at(),
                                    event.costCentre(),
                                    event.sold())),
                    event.soldReadable() ? "" : "lines-unreadable");
        } catch (BooksUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            // Refused for what it says, so it would be refused for ever: keep it, and tell.
            LOG.error("{} payment {} could not be booked", device.name(), event.seq(), e);
            return new Settled(null, "not-booked");
        }
    }

    /// A record of a purse on a card: booked once by (card, counter) and (terminal, sequence), whenever
    /// and however often it comes (CHAIN-36, CHAIN-37).
    private Settled purse(Actor actor, FieldDevice device, Up.Event event) {
        var record = PurseRecord.ofHex(event.record());
        if (!device.kind().sells() || record.isEmpty() || event.credential().isEmpty()) {
            return new Settled(null, "not-a-purse-record");
        }
        try {
            var taken =
                    purses.takeIn(
                            actor, device.id().number(), new Uid(event.credential()), record.get());
            return new Settled(taken.posting(), taken.remark());
        } catch (BooksUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} purse record {} could not be booked", device.name(), event.seq(), e);
            return new Settled(null, "not-booked");
        }
    }

    private void askAgain(FieldLink link, FieldDevice device, long from, long to) {
        var now = clock.instant();
        var asked = gapsAskedFor.get(device.name());
        if (asked != null && now.isBefore(asked.plus(GAP_PATIENCE))) {
            return;
        }
        gapsAskedFor.put(device.name(), now);
        LOG.info("{}: events {} to {} are missing, asking for them", device.name(), from, to);
        link.push(
                device.name(),
                Topics.COMMAND,
                new Down.Command(
                        "resend-%d-%d".formatted(from, now.toEpochMilli()),
                        "resend",
                        Map.of("from", String.valueOf(from), "to", String.valueOf(to)),
                        now.plus(Duration.ofMinutes(5))));
    }
}
