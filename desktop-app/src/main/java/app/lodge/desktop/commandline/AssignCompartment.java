package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.AssignOutcome;
import app.lodge.core.devices.Devices.Assignment;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge device assign`: one compartment for one person, for good (LOCK-40).
@Command(name = "assign")
final class AssignCompartment extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "argument.device")
    String cabinet = "";

    @Parameters(index = "1", paramLabel = "COMPARTMENT", descriptionKey = "device.assign.number")
    int compartment;

    @Parameters(index = "2", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    AssignCompartment(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var holder = Values.person("PERSON", person);
        Values.count("COMPARTMENT", compartment, 1, 9999);
        var devices = doors.door(Devices.class);
        var device = devices.named(doors.actor(), cabinet).orElse(null);
        if (device == null) {
            return Answer.refused("cli.device.unknown", Values.shown(cabinet));
        }
        var id = device.device().id();
        var request = RequestId.fresh();
        return switch (devices.assign(doors.actor(), request, id, compartment, holder)) {
            case AssignOutcome.Assigned(Assignment assignment) ->
                    Answer.done(
                            assignment,
                            session.text(
                                    "cli.device.assigned",
                                    compartment,
                                    cabinet,
                                    String.valueOf(holder.number())));
            case AssignOutcome.Released(int released) ->
                    throw new IllegalStateException(
                            "Assigning compartment %d answered that it is released"
                                    .formatted(released));
            case AssignOutcome.Occupied(Assignment by) ->
                    new Answer.Refused(
                            "cli.device.occupied",
                            List.of(compartment, cabinet, String.valueOf(by.person().number())),
                            Map.of("by", by),
                            List.of());
            case AssignOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
