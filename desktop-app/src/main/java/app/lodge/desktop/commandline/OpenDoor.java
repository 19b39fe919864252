package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Devices;
import app.lodge.core.passages.Passages;
import app.lodge.core.passages.Passages.OpenOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge door open`: opens a door now (ID-35).
@Command(name = "open")
final class OpenDoor extends DoorCommand {

    @Parameters(paramLabel = "DOOR", descriptionKey = "door.name")
    String name = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "REASON",
            descriptionKey = "door.open.reason")
    String reason = "";

    OpenDoor(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var why = Values.choice("--reason", reason, Passages.Reason.class);
        var door = doors.door(Devices.class).named(doors.actor(), name).orElse(null);
        if (door == null) {
            return Answer.refused("cli.device.unknown", Values.shown(name));
        }
        return switch (doors.door(Passages.class)
                .open(doors.actor(), RequestId.fresh(), door.device().id(), why)) {
            case OpenOutcome.Sent() ->
                    Answer.done(Map.of("door", name), session.text("cli.door.opened", name));
            case OpenOutcome.Away() -> Answer.refused("cli.door.away", name);
            case OpenOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
