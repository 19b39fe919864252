package app.lodge.desktop.commandline;

import app.lodge.core.batches.BatchCard;
import app.lodge.core.batches.BatchId;
import app.lodge.core.batches.CardBatches;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge batch show`: the cards of a batch in the order in which they are made (ID-48).
@Command(name = "show")
final class ShowBatch extends DoorCommand {

    @Parameters(paramLabel = "BATCH", descriptionKey = "argument.batch")
    long number;

    ShowBatch(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var door = doors.door(CardBatches.class);
        var id = new BatchId(number);
        var batch = door.find(doors.actor(), id);
        if (batch.isEmpty()) {
            return BatchAnswers.unknown(id);
        }
        var cards = door.cards(doors.actor(), id);
        var lines = new ArrayList<String>();
        lines.add(BatchAnswers.line(session, batch.get()));
        cards.forEach(card -> lines.add(line(card)));
        return new Answer.Done(Map.of("batch", batch.get(), "cards", cards), lines);
    }

    private String line(BatchCard card) {
        var state = Wording.of(session.texts(), "batch-state", card.state());
        var verdict = card.verdict();
        return session.text(
                "cli.batch.card",
                String.valueOf(card.number()),
                "%07d".formatted(card.person().number()),
                verdict == null
                        ? state
                        : state + ": " + Wording.of(session.texts(), "batch-verdict", verdict));
    }
}
