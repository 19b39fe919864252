package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Devices;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rights.ResourceOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right resource`: something that one may use, or not (ID-35).
@Command(name = "resource")
final class AddRightResource extends DoorCommand {

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "right.resource.kind")
    String kind = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "right.resource.name")
    String name = "";

    @Option(names = "--device", paramLabel = "DEVICE", descriptionKey = "right.resource.device")
    String device = "";

    AddRightResource(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var which = Values.choice("KIND", kind, Resource.Kind.class);
        Long guard = null;
        if (!device.isEmpty()) {
            var found = doors.door(Devices.class).named(doors.actor(), device).orElse(null);
            if (found == null) {
                return Answer.refused("cli.device.unknown", Values.shown(device));
            }
            guard = found.device().id().number();
        }
        return switch (doors.door(Rights.class)
                .addResource(doors.actor(), RequestId.fresh(), which, name, guard)) {
            case ResourceOutcome.Done(var added) ->
                    Answer.done(
                            Map.of("resource", added),
                            session.text(
                                    "cli.right.resource",
                                    added.name(),
                                    Long.toString(added.id().number())));
            case ResourceOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
