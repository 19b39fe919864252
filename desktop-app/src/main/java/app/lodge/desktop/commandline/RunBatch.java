package app.lodge.desktop.commandline;

import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardPrices;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.batches.PrinterTurns.Turn;
import app.lodge.core.stock.Stock;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.BatchLookWords;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.DeskReaders;
import app.lodge.personalization.issuing.BatchLook;
import app.lodge.personalization.issuing.BatchOutlook.BatchDoors;
import app.lodge.personalization.issuing.BatchRun.End;
import app.lodge.personalization.issuing.BatchRun.Machines;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge batch run`: works on a batch until no card waits or a hand is needed (ID-48).
@Command(name = "run")
final class RunBatch extends DoorCommand {

    @Parameters(paramLabel = "BATCH", descriptionKey = "argument.batch")
    long number;

    @Option(names = "--reader", paramLabel = "NAME", descriptionKey = "card.reader")
    String reader = DeskReaders.VIRTUAL;

    @Option(
            names = "--printer",
            paramLabel = "ADDRESS",
            required = true,
            descriptionKey = "card.issue.printer")
    String printer = "";

    RunBatch(Session session) {
        super(session);
    }

    @Option(names = "--look", descriptionKey = "batch.run.look")
    boolean look;

    @Override
    Answer answer(Doors doors) {
        if (!printer.matches("(evolis|ipp|ipps|os|file):.+")) {
            throw new WrongUsage("cli.card.printer", "--printer", Values.shown(printer));
        }
        var batches = doors.door(CardBatches.class);
        var id = new BatchId(number);
        if (batches.find(doors.actor(), id).isEmpty()) {
            return BatchAnswers.unknown(id);
        }
        var with =
                new BatchDoors(
                        batches,
                        doors.door(PrinterTurns.class),
                        doors.door(CardPrices.class),
                        doors.door(Stock.class));
        if (look) {
            var seen = IssueCard.machines(session, doors).look(doors.actor(), with, id, printer);
            return new Answer.Done(seen, lines(seen));
        }
        var end =
                IssueCard.machines(session, doors)
                        .batch(
                                doors.actor(),
                                with,
                                id,
                                new Machines(printer, reader),
                                Progress.unwatched());
        var batch = batches.find(doors.actor(), id);
        if (batch.isEmpty()) {
            return BatchAnswers.unknown(id);
        }
        return switch (end) {
            case End.Done _ -> Answer.done(batch.get(), BatchAnswers.line(session, batch.get()));
            case End.BatchUnknown(var unknown) -> BatchAnswers.unknown(unknown);
            case End.Paused _ -> Answer.refused("batches.paused", batch.get().title());
            case End.Stopped _ -> Answer.refused("batches.stopped", batch.get().title());
            case End.NeedsHand(var fault) ->
                    Answer.refused("batches.needs-hand", FaultWords.of(session.texts(), fault));
            case End.NotReached(var fault) ->
                    Answer.refused("batches.not-reached", FaultWords.of(session.texts(), fault));
            case End.PrinterTaken(var by) -> taken(by);
            case End.TooManySpoiled(int cards) -> Answer.refused("batches.spoiled", cards);
        };
    }

    private List<String> lines(BatchLook seen) {
        return new BatchLookWords(session.texts(), ZoneId.systemDefault())
                .of(seen).stream()
                        .map(line -> session.text("cli.batch.look", line.heading(), line.text()))
                        .toList();
    }

    private static Answer taken(@Nullable Turn by) {
        return by == null
                ? Answer.refused("batches.printer-lost")
                : Answer.refused(
                        "batches.printer-taken", by.workstation(), by.since(), by.operatorName());
    }
}
