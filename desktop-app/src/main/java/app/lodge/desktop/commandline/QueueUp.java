package app.lodge.desktop.commandline;

import app.lodge.core.batches.CardBatches;
import app.lodge.core.books.RequestId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge batch queue`: puts a person at the end of this workstation's queue (ID-48).
@Command(name = "queue")
final class QueueUp extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    QueueUp(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return BatchAnswers.of(
                session,
                doors.door(CardBatches.class)
                        .queueUp(
                                doors.actor(), RequestId.fresh(), Values.person("PERSON", person)));
    }
}
