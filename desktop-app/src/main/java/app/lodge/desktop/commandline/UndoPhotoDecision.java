package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.Portraits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge people photo undo`: takes the last decision about a photograph back (ID-11).
@Command(name = "undo")
final class UndoPhotoDecision extends DoorCommand {

    @Parameters(paramLabel = "PHOTO", descriptionKey = "people.photo.number")
    String number = "";

    UndoPhotoDecision(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return PhotoAnswers.decided(
                session,
                doors,
                number,
                photo ->
                        doors.door(Portraits.class)
                                .undo(
                                        doors.actor(),
                                        RequestId.fresh(),
                                        photo.number(),
                                        photo.state()));
    }
}
