package app.lodge.desktop.commandline;

import app.lodge.core.batches.CardBatches;
import picocli.CommandLine.Command;

/// `lodge batch list`: every batch of cards, the newest first (ID-48).
@Command(name = "list")
final class ListBatches extends DoorCommand {

    ListBatches(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var all = doors.door(CardBatches.class).list(doors.actor());
        return new Answer.Done(
                all, all.stream().map(batch -> BatchAnswers.line(session, batch)).toList());
    }
}
