package app.lodge.personalization.issuing;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchCard.Verdict;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.batches.CardBatches.NextOutcome;
import app.lodge.core.batches.PauseReason;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.work.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One printer's work on a batch: card after card, until none waits, somebody pauses or stops it, or the
/// printer needs a hand (ID-48). A printer that cannot begin pauses the batch and uses no card up; so do
/// blanks that are spoiled one after the other, because the fourth would be, too. What anybody can mend
/// at the machine (a ribbon's end, an open cover) costs the blank inside and not the person's place: the
/// batch goes on with the same card.
public final class BatchRun {

    private static final int SPOILED_IN_A_ROW = 3;

    private final CardBatches batches;
    private final Maker maker;
    private final Turn turn;

    /// @param turn the run's own, see {@link TurnedRun}
    public BatchRun(CardBatches batches, Maker maker, Turn turn) {
        this.batches = batches;
        this.maker = maker;
        this.turn = turn;
    }

    /// Whether the printer is still this run's; asked before every card, and before each step of one that
    /// cannot be undone.
    @FunctionalInterface
    public interface Turn {
        boolean holds();
    }

    /// Makes one card.
    @FunctionalInterface
    public interface Maker {
        IssueOutcome issue(Actor actor, IssueOrder order, Progress<IssueStep> progress)
                throws DeviceException;
    }

    /// @param printer and `reader`: as in an {@link IssueOrder}
    public record Machines(String printer, String reader) {}

    /// How far the run is.
    public sealed interface Step {
        record Begun(BatchCard card) implements Step {}

        /// The card in hand has come so far.
        record At(BatchCard card, IssueStep step) implements Step {}

        record Ended(BatchCard card, IssueOutcome outcome) implements Step {}
    }

    /// Why the run is over.
    public sealed interface End {

        /// No card waits any more.
        record Done() implements End {}

        /// Somebody paused the batch.
        record Paused() implements End {}

        /// Somebody stopped this run; the batch itself goes on elsewhere.
        record Stopped() implements End {}

        /// Another run prints there, or has taken over because this one was silent for too long.
        ///
        /// @param by who; null if nobody does any more
        record PrinterTaken(PrinterTurns.@Nullable Turn by) implements End {}

        /// The printer cannot be reached; nothing was begun, and the batch is as it was.
        record NotReached(DeviceFault fault) implements End {}

        /// The batch is paused until somebody has been at the machine.
        record NeedsHand(DeviceFault fault) implements End {}

        /// The batch is paused: something is wrong with the blanks, the reader or the printer.
        record TooManySpoiled(int cards) implements End {}

        record BatchUnknown(BatchId batch) implements End {}
    }

    /// Blocks until the run is over; call it on a thread for that.
    public End run(Actor actor, BatchId batch, Machines machines, Progress<Step> progress) {
        var spoiled = 0;
        while (!progress.stopRequested() && turn.holds()) {
            switch (batches.next(actor, RequestId.fresh(), batch, machines.printer())) {
                case NextOutcome.Paused() -> {
                    return new End.Paused();
                }
                case NextOutcome.NothingLeft() -> {
                    return new End.Done();
                }
                case NextOutcome.BatchUnknown(var unknown) -> {
                    return new End.BatchUnknown(unknown);
                }
                case NextOutcome.Make(var card, var request) -> {
                    progress.at(new Step.Begun(card));
                    IssueOutcome outcome;
                    try {
                        outcome = made(actor, card, request, machines, progress);
                    } catch (DeviceException e) {
                        return needsHand(actor, batch, e.fault());
                    }
                    progress.at(new Step.Ended(card, outcome));
                    spoiled = outcome instanceof IssueOutcome.Spoiled ? spoiled + 1 : 0;
                    var over = after(actor, batch, card, outcome, spoiled);
                    if (over.isPresent()) {
                        return over.get();
                    }
                }
            }
        }
        return new End.Stopped();
    }

    private IssueOutcome made(
            Actor actor,
            BatchCard card,
            RequestId request,
            Machines machines,
            Progress<Step> progress)
            throws DeviceException {
        var order =
                new IssueOrder(request, card.person(), machines.printer(), machines.reader(), "");
        return maker.issue(actor, order, new OfCard(card, progress, turn));
    }

    private Optional<End> after(
            Actor actor, BatchId batch, BatchCard card, IssueOutcome outcome, int spoiled) {
        return switch (outcome) {
            case IssueOutcome.Issued _, IssueOutcome.ToBeConfirmed _ -> Optional.empty();
            case IssueOutcome.Stopped _ -> Optional.of(new End.Stopped());
            case IssueOutcome.NotStarted(_, var fault) ->
                    Optional.of(needsHand(actor, batch, fault));
            case IssueOutcome.Unresolved(_, _, var fault) ->
                    Optional.of(needsHand(actor, batch, fault));
            case IssueOutcome.Spoiled(_, _, var fault) ->
                    mendable(fault)
                            ? Optional.of(onceMore(actor, batch, card, fault))
                            : tooMany(actor, batch, spoiled);
            case IssueOutcome.AlreadyUnderWay _ -> aside(actor, batch, card, Verdict.UNDER_WAY);
            case IssueOutcome.PersonUnknown _ -> aside(actor, batch, card, Verdict.PERSON_UNKNOWN);
            case IssueOutcome.PersonBlocked _ -> aside(actor, batch, card, Verdict.PERSON_BLOCKED);
            case IssueOutcome.NoStock _ -> aside(actor, batch, card, Verdict.NO_STOCK);
            case IssueOutcome.TooMany _ -> aside(actor, batch, card, Verdict.TOO_MANY);
            case IssueOutcome.NotCovered _ -> aside(actor, batch, card, Verdict.NOT_COVERED);
            case IssueOutcome.LayoutUnknown _ -> aside(actor, batch, card, Verdict.NO_LAYOUT);
            case IssueOutcome.PlanUnusable _ -> aside(actor, batch, card, Verdict.NO_PLAN);
            case IssueOutcome.NotPrintable _ -> aside(actor, batch, card, Verdict.NOT_PRINTABLE);
        };
    }

    private Optional<End> aside(Actor actor, BatchId batch, BatchCard card, Verdict verdict) {
        batches.setAside(actor, RequestId.fresh(), batch, card.number(), verdict);
        return Optional.empty();
    }

    private Optional<End> tooMany(Actor actor, BatchId batch, int spoiled) {
        if (spoiled < SPOILED_IN_A_ROW) {
            return Optional.empty();
        }
        pause(actor, batch, PauseReason.BLANKS);
        return Optional.of(new End.TooManySpoiled(spoiled));
    }

    private End needsHand(Actor actor, BatchId batch, DeviceFault fault) {
        boolean ribbon = fault instanceof DeviceFault.OutOfRibbon;
        pause(actor, batch, ribbon ? PauseReason.RIBBON : PauseReason.PRINTER);
        return new End.NeedsHand(fault);
    }

    /// Paused first: no other printer is to take the card on meanwhile.
    private End onceMore(Actor actor, BatchId batch, BatchCard card, DeviceFault fault) {
        var end = needsHand(actor, batch, fault);
        batches.change(actor, RequestId.fresh(), batch, new Change.TryAgain(card.number()));
        return end;
    }

    /// Whether the blank, the chip and the person's data have no part in it.
    private static boolean mendable(DeviceFault fault) {
        return fault instanceof DeviceFault.OutOfRibbon
                || fault instanceof DeviceFault.CoverOpen
                || fault instanceof DeviceFault.FeederEmpty;
    }

    private void pause(Actor actor, BatchId batch, PauseReason why) {
        batches.change(actor, RequestId.fresh(), batch, new Change.Pause(why));
    }

    /// A card's steps are steps of the run; its stop is the run's.
    private record OfCard(BatchCard card, Progress<Step> run, Turn turn)
            implements Progress<IssueStep> {
        @Override
        public void at(IssueStep step) {
            run.at(new Step.At(card, step));
        }

        @Override
        public boolean stopRequested() {
            return run.stopRequested() || !turn.holds();
        }

        @Override
        public Watch onStop(Runnable wake) {
            return run.onStop(wake);
        }
    }
}
