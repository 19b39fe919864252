package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PhotoReason;
import app.lodge.core.people.Portraits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people photo reject`: it is not printed, and the same file is not proposed again (ID-11).
@Command(name = "reject")
final class RejectPhoto extends DoorCommand {

    @Parameters(paramLabel = "PHOTO", descriptionKey = "people.photo.number")
    String number = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            descriptionKey = "people.photo.reason")
    String reason = "";

    RejectPhoto(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var why = Values.choice("--reason", reason, PhotoReason.class);
        return PhotoAnswers.decided(
                session,
                doors,
                number,
                photo ->
                        doors.door(Portraits.class)
                                .reject(
                                        doors.actor(),
                                        RequestId.fresh(),
                                        photo.number(),
                                        photo.state(),
                                        why));
    }
}
