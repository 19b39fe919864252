package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches.BatchOutcome;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody is put into this workstation's queue by command.
@Tag("ID-48")
class QueueUpTest {

    private static final CardBatch QUEUE =
            new CardBatch(
                    new BatchId(7),
                    "desk-1",
                    "desk-1",
                    null,
                    Instant.EPOCH,
                    Map.of(BatchCard.State.WAITING, 2));

    @TempDir Path folder;

    private CommandRun site(BatchOutcome outcome) {
        return new CommandRun(folder, Locale.ENGLISH)
                .answering(
                        "CardBatches.queueUp",
                        given ->
                                given.contains(new PersonId(31))
                                        ? outcome
                                        : new BatchOutcome.Rejected(List.of()));
    }

    @Test
    void whoIsNamedStandsInTheQueue() {
        var site = site(new BatchOutcome.Done(QUEUE));
        assertThat(site.run("batch", "queue", "31", "--as", "a")).as(site.err).isZero();
        assertThat(site.out).contains("7", "desk-1");
    }

    @Test
    void whoStandsInAQueueAlreadyIsRefusedInWords() {
        var site =
                site(
                        new BatchOutcome.Rejected(
                                List.of(Problem.of("person", "31", "batches.queued-already"))));
        assertThat(site.run("batch", "queue", "31", "--as", "a")).isNotZero();
        assertThat(site.err).contains("stands in a queue already");
    }
}
