package app.lodge.desktop.commandline;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.desktop.shell.Wording;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What is said of batches at the command line.
final class BatchAnswers {

    private BatchAnswers() {}

    static Answer of(Session session, BatchOutcome outcome) {
        return switch (outcome) {
            case BatchOutcome.Done(var batch) -> Answer.done(batch, line(session, batch));
            case BatchOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    static Answer unknown(BatchId batch) {
        return Answer.refused("batches.unknown", batch.number());
    }

    /// Number, title, and how many cards are where.
    static String line(Session session, CardBatch batch) {
        var counts =
                Arrays.stream(BatchCard.State.values())
                        .filter(state -> batch.count(state) > 0)
                        .map(state ->
                                session.text(Wording.key("batch-count", state), batch.count(state)))
                        .collect(Collectors.joining(", "));
        return session.text(
                batch.paused() ? "cli.batch.line-paused" : "cli.batch.line",
                String.valueOf(batch.id().number()),
                batch.title(),
                counts);
    }
}
