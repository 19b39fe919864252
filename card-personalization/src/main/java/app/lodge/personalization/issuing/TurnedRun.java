package app.lodge.personalization.issuing;

import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.batches.PrinterTurns.Printer;
import app.lodge.core.batches.PrinterTurns.Turn;
import app.lodge.core.batches.PrinterTurns.TurnOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.work.Progress;
import app.lodge.personalization.issuing.BatchRun.End;
import app.lodge.personalization.issuing.BatchRun.Machines;
import app.lodge.personalization.issuing.BatchRun.Maker;
import app.lodge.personalization.issuing.BatchRun.Step;
import app.lodge.personalization.printers.Printers;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A run that has its printer to itself: it takes the printer's turn, keeps it while it lives, and gives
/// it back. A run that was started elsewhere on the same printer is never disturbed; one that died there
/// is followed, and its cards are settled, once its lease has ended (ID-48).
public final class TurnedRun {

    private static final Logger LOG = LoggerFactory.getLogger(TurnedRun.class);

    private final PrinterTurns turns;
    private final CardBatches batches;
    private final Printers printers;
    private final BrokenJobs broken;
    private final Maker maker;

    public TurnedRun(
            PrinterTurns turns,
            CardBatches batches,
            Printers printers,
            BrokenJobs broken,
            Maker maker) {
        this.turns = turns;
        this.batches = batches;
        this.printers = printers;
        this.broken = broken;
        this.maker = maker;
    }

    /// Blocks until the run is over; call it on a thread for that.
    public End run(Actor actor, BatchId batch, Machines machines, Progress<Step> progress) {
        var address = machines.printer();
        var here = printing(actor, address);
        if (here.isPresent() && here.get().workstation().equals(actor.workstation())) {
            return new End.PrinterTaken(here.get());
        }
        Printer printer;
        try {
            printer = new Printer(address, serial(address));
        } catch (DeviceException e) {
            // A printer that is busy with somebody else's card does not say which it is.
            return here.isPresent()
                    ? new End.PrinterTaken(here.get())
                    : new End.NotReached(e.fault());
        }
        return switch (turns.take(actor, RequestId.fresh(), batch, printer)) {
            case TurnOutcome.BatchUnknown(var unknown) -> new End.BatchUnknown(unknown);
            case TurnOutcome.Taken(var by) -> new End.PrinterTaken(by);
            case TurnOutcome.Yours(var turn, var after) -> {
                try (var _ = kept(actor, turn)) {
                    if (after != null) {
                        broken.settleAfter(actor, after.workstation(), after.address(), address);
                    }
                    yield run(actor, turn, machines, progress);
                }
            }
        };
    }

    /// Ends the turn of a run that died at this workstation, so that the next need not wait for its lease.
    /// What it had claimed comes to the next run here under the same request. Call it only while no card
    /// is being made at the workstation.
    public static void endOfDead(PrinterTurns turns, Actor actor, String address) {
        turns.at(actor, new Printer(address, ""))
                .filter(turn -> turn.workstation().equals(actor.workstation()))
                .filter(turn -> turn.address().equals(address))
                .ifPresent(dead -> turns.end(actor, dead.id()));
    }

    private String serial(String address) throws DeviceException {
        try (var printer = printers.open(address)) {
            return printer.status().supplies().serial();
        }
    }

    private End run(Actor actor, Turn turn, Machines machines, Progress<Step> progress) {
        var run = new BatchRun(batches, maker, () -> turns.keep(actor, turn.id()));
        var end = run.run(actor, turn.batch(), machines, progress);
        var lost = end instanceof End.Stopped && !progress.stopRequested();
        return lost ? new End.PrinterTaken(printing(actor, machines.printer()).orElse(null)) : end;
    }

    private Optional<Turn> printing(Actor actor, String address) {
        return turns.at(actor, new Printer(address, ""));
    }

    private interface Kept extends AutoCloseable {
        @Override
        void close();
    }

    /// The lease is prolonged beside the work, because a card may take longer than it lasts.
    private Kept kept(Actor actor, Turn turn) {
        var beat =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("turn " + turn.address()).factory());
        long every = PrinterTurns.KEPT_EVERY.toSeconds();
        var _ = beat.scheduleAtFixedRate(() -> keep(actor, turn), every, every, TimeUnit.SECONDS);
        return () -> {
            beat.shutdownNow();
            giveBack(actor, turn);
        };
    }

    /// Whatever became of the run is told, also where the books are away by now: the lease ends by itself.
    private void giveBack(Actor actor, Turn turn) {
        try {
            turns.end(actor, turn.id());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The turn at {} could not be given back; it ends by itself", turn.address(), e);
        }
    }

    private void keep(Actor actor, Turn turn) {
        try {
            if (!turns.keep(actor, turn.id())) {
                LOG.warn("The turn at {} was taken over", turn.address());
            }
        } catch (RuntimeException e) {
            LOG.warn("The turn at {} could not be kept; it is tried again", turn.address(), e);
        }
    }
}
