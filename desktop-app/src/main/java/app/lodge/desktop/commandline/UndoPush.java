package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Pushes;
import app.lodge.core.devices.Pushes.PreviewOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge settings undo`: shows what undoing a push would send, and with `--send` sends it.
@Command(name = "undo")
final class UndoPush extends DoorCommand {

    @Parameters(paramLabel = "PUSH", descriptionKey = "settings.undo.push")
    String push = "";

    @Option(names = "--send", descriptionKey = "settings.send")
    boolean send;

    UndoPush(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var number = Values.number("PUSH", push);
        var pushes = doors.door(Pushes.class);
        return switch (pushes.previewUndo(doors.actor(), number)) {
            case PreviewOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case PreviewOutcome.Shown(var preview) ->
                    send
                            ? PushWords.sent(
                                    session,
                                    preview,
                                    pushes.undo(
                                            doors.actor(),
                                            RequestId.fresh(),
                                            number,
                                            preview.seen()))
                            : PushWords.shown(session, preview);
        };
    }
}
