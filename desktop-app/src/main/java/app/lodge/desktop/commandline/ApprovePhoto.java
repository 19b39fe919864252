package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.Portraits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge people photo approve`: from then on it is the one that is printed (ID-11).
@Command(name = "approve")
final class ApprovePhoto extends DoorCommand {

    @Parameters(paramLabel = "PHOTO", descriptionKey = "people.photo.number")
    String number = "";

    ApprovePhoto(Session session) {
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
                                .approve(
                                        doors.actor(),
                                        RequestId.fresh(),
                                        photo.number(),
                                        photo.state()));
    }
}
