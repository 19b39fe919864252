package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Pushes;
import app.lodge.core.devices.Pushes.PreviewOutcome;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge settings push`: shows what would change where, and with `--send` sends exactly that (SAFE-50).
@Command(name = "push")
final class PushSettings extends DoorCommand {

    @Mixin private final AimOptions aim = new AimOptions();

    @Parameters(arity = "1..*", paramLabel = "KEY=VALUE", descriptionKey = "settings.push.changes")
    List<String> changes = new ArrayList<>();

    @Option(names = "--send", descriptionKey = "settings.send")
    boolean send;

    PushSettings(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = Values.pairs("KEY=VALUE", changes);
        var to = aim.aim(doors);
        var pushes = doors.door(Pushes.class);
        return switch (pushes.preview(doors.actor(), to, wanted)) {
            case PreviewOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case PreviewOutcome.Shown(var preview) ->
                    send
                            ? PushWords.sent(
                                    session,
                                    preview,
                                    pushes.push(
                                            doors.actor(),
                                            RequestId.fresh(),
                                            to,
                                            wanted,
                                            preview.seen()))
                            : PushWords.shown(session, preview);
        };
    }
}
