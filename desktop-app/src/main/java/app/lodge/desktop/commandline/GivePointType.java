package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Devices;
import app.lodge.core.points.PointTypes;
import app.lodge.core.points.PointTypes.GiveOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge point-type give`: says what a payment point is (ID-14).
@Command(name = "give")
final class GivePointType extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "argument.device")
    String device = "";

    @Parameters(index = "1", paramLabel = "CODE", descriptionKey = "point-type.code")
    String code = "";

    GivePointType(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var point = doors.door(Devices.class).named(doors.actor(), device).orElse(null);
        if (point == null) {
            return Answer.refused("cli.device.unknown", Values.shown(device));
        }
        var outcome =
                doors.door(PointTypes.class)
                        .give(doors.actor(), RequestId.fresh(), point.device().id(), code);
        return switch (outcome) {
            case GiveOutcome.Done(var typed) ->
                    Answer.done(
                            Map.of("point", typed),
                            session.text(
                                    "cli.point-type.given",
                                    device,
                                    typed.type().called(session.texts())));
            case GiveOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
