package app.lodge.desktop.carddesk;

import app.lodge.core.batches.BatchCard.State;
import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Wording;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How far a batch is, in words: so many cards in each state, and why it stands still.
final class BatchStanding {

    private BatchStanding() {}

    static String words(Kit kit, CardBatch batch) {
        var counts =
                Arrays.stream(State.values())
                        .filter(state -> batch.count(state) > 0)
                        .map(state ->
                                kit.text(Wording.key("batch-count", state), batch.count(state)))
                        .collect(Collectors.joining(" · "));
        var why = batch.pausedFor();
        return why == null
                ? counts
                : kit.text(
                        "batches.is-paused-for",
                        Wording.of(kit.texts(), "batch-pause", why),
                        counts);
    }
}
