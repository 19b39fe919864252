package app.lodge.desktop.commandline;

import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.core.books.RequestId;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge batch change`: pauses and resumes a batch, tries cards again, takes them out, moves them (ID-48).
@Command(name = "change")
final class ChangeBatch extends DoorCommand {

    @Parameters(paramLabel = "BATCH", descriptionKey = "argument.batch")
    long number;

    @Option(names = "--pause", descriptionKey = "batch.change.pause")
    boolean pause;

    @Option(names = "--resume", descriptionKey = "batch.change.resume")
    boolean resume;

    @Option(names = "--again", paramLabel = "CARD", descriptionKey = "batch.change.again")
    @Nullable Integer again;

    @Option(names = "--take-out", paramLabel = "CARD", descriptionKey = "batch.change.take-out")
    @Nullable Integer takeOut;

    @Option(names = "--move", paramLabel = "CARD", descriptionKey = "batch.change.move")
    @Nullable Integer move;

    @Option(names = "--before", paramLabel = "CARD", descriptionKey = "batch.change.before")
    int before;

    ChangeBatch(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return BatchAnswers.of(
                session,
                doors.door(CardBatches.class)
                        .change(doors.actor(), RequestId.fresh(), new BatchId(number), change()));
    }

    private Change change() {
        var asked = new ArrayList<Change>();
        if (pause) {
            asked.add(new Change.Pause());
        }
        if (resume) {
            asked.add(new Change.Resume());
        }
        if (again != null) {
            asked.add(new Change.TryAgain(again));
        }
        if (takeOut != null) {
            asked.add(new Change.TakeOut(takeOut));
        }
        if (move != null) {
            asked.add(new Change.Move(move, before));
        }
        if (asked.size() != 1) {
            throw new WrongUsage("cli.batch.one-change");
        }
        return asked.getFirst();
    }
}
