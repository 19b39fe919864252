package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.Uid;
import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.MoveOutcome;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.issuing.BlankPreparing.Prepared;
import java.time.Duration;
import java.util.Optional;

/// Blanks of one delivery prepared one after the other at one reader, each counted in the stock once it was
/// read back (CHAIN-06). The stock is asked before the first byte is written; a blank whose run broke off
/// is laid on again and counts once.
public final class PreparingRun {

    /// How soon a stop is heard while a blank is awaited.
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final EncodingPlans plans;
    private final Stock stock;
    private final BlankPreparing preparing;
    private final Duration patience;

    /// @param patience how long the next blank may take to come; then the run is over
    public PreparingRun(EncodingPlans plans, CardKeys keys, Stock stock, Duration patience) {
        this.plans = plans;
        this.stock = stock;
        this.preparing = new BlankPreparing(keys);
        this.patience = patience;
    }

    /// @param pieces how many are to become ready
    public record Batch(long delivery, long place, int pieces) {}

    /// What became of one blank of the batch.
    public sealed interface Blank {

        /// @param before whether it had been prepared already, and no count changed
        record Ready(Uid uid, boolean before) implements Blank {}

        /// It did not take the keys, or is not of this delivery.
        record Broken(Optional<Uid> uid, DeviceFault fault) implements Blank {

            /// Whether it is worth writing off: not one that never lay there, or is not of this delivery.
            public boolean spoilt() {
                return !(fault instanceof DeviceFault.NoCard
                        || fault instanceof DeviceFault.NoReader
                        || fault instanceof DeviceFault.UidTaken
                        || fault instanceof DeviceFault.NotInStock);
            }

            /// What the stock says of it (CHAIN-51).
            public MoveReason reason() {
                var reason = MoveReason.ofFault(fault.toString());
                return reason.spoils() ? reason : MoveReason.OTHER;
            }
        }
    }

    /// Opens the reader for one blank.
    @FunctionalInterface
    public interface Place {
        CardReader next() throws DeviceException;

        /// Whether closing the reader takes its blank off, as where virtual ones are laid; else somebody's
        /// hand does, and is waited for.
        default boolean takesOff() {
            return false;
        }
    }

    /// Prepares until the batch is ready, no more blanks come, or somebody stops it.
    ///
    /// @return how many became ready
    public int run(Actor actor, Batch batch, Place place, Progress<Blank> progress) {
        int ready = 0;
        boolean comes = true;
        while (comes && ready < batch.pieces() && !progress.stopRequested()) {
            try (var reader = place.next()) {
                var became = awaited(actor, batch, reader, progress);
                comes = became.isPresent();
                if (became.isPresent()) {
                    progress.at(became.get());
                    if (became.get() instanceof Blank.Ready(_, boolean before)) {
                        ready += before ? 0 : 1;
                    }
                    // Who has the last one in the reader wants to see its word before the next is
                    // asked for.
                    if (ready < batch.pieces()) {
                        comes = place.takesOff() || takenOff(reader, progress);
                    }
                }
            } catch (DeviceException e) {
                progress.at(new Blank.Broken(Optional.empty(), e.fault()));
                comes = false;
            }
        }
        return ready;
    }

    private Optional<Blank> awaited(
            Actor actor, Batch batch, CardReader reader, Progress<Blank> progress) {
        var plan = plans.inUse(actor, MediumKind.CARD);
        long glances = Math.max(1, patience.dividedBy(GLANCE));
        for (long glance = 0; glance < glances && !progress.stopRequested(); glance++) {
            var became =
                    preparing.prepare(
                            actor,
                            plan,
                            reader,
                            GLANCE,
                            (uid, _) -> asked(actor, batch, uid),
                            _ -> {});
            switch (became) {
                case Prepared.Ready(var card) -> {
                    return Optional.of(counted(actor, batch, card.uid()));
                }
                case Prepared.Broken(var uid, var fault) -> {
                    if (uid.isPresent() || !(fault instanceof DeviceFault.NoCard)) {
                        return Optional.of(new Blank.Broken(uid, fault));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void asked(Actor actor, Batch batch, Uid uid) throws DeviceException {
        switch (stock.turn(actor, batch.delivery(), batch.place(), uid)) {
            case GOES_AHEAD, READY_ALREADY -> {
                // It is of this delivery, or may be.
            }
            case STRANGER, NONE_LEFT ->
                    throw new DeviceException(new DeviceFault.NotInStock(uid.hex()));
        }
    }

    private Blank counted(Actor actor, Batch batch, Uid uid) {
        var booked = stock.prepared(actor, RequestId.fresh(), batch.delivery(), batch.place(), uid);
        return switch (booked) {
            case MoveOutcome.Moved(int pieces) -> new Blank.Ready(uid, pieces == 0);
            case MoveOutcome.TooFew _, MoveOutcome.Stranger _, MoveOutcome.Rejected _ ->
                    new Blank.Broken(Optional.of(uid), new DeviceFault.NotInStock(uid.hex()));
        };
    }

    private boolean takenOff(CardReader reader, Progress<Blank> progress) throws DeviceException {
        long glances = Math.max(1, patience.dividedBy(GLANCE));
        for (long glance = 0; glance < glances && !progress.stopRequested(); glance++) {
            if (reader.awaitRemoval(GLANCE)) {
                return true;
            }
        }
        return false;
    }
}
