package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceUsers.Outcome;
import app.lodge.core.devices.DeviceUsers.User;
import app.lodge.core.devices.Devices;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/// What the commands about a safe's users share.
abstract class SafeCommand extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "argument.device")
    String safe = "";

    SafeCommand(Session session) {
        super(session);
    }

    final Optional<DeviceId> find(Doors doors) {
        return doors.door(Devices.class)
                .named(doors.actor(), safe)
                .map(found -> found.device().id());
    }

    final Answer unknown() {
        return Answer.refused("cli.device.unknown", Values.shown(safe));
    }

    final Answer said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var user) -> Answer.done(user, line(user));
            case Outcome.Gone(var person) ->
                    Answer.done(person, session.text("cli.safe.gone", person.number(), safe));
            case Outcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    final String line(User user) {
        var until = user.right().until();
        return session.text(
                "cli.safe.user",
                String.valueOf(user.person().number()),
                user.name(),
                user.right().may().stream().map(Values::kebab).collect(Collectors.joining(", ")),
                user.right().from().toString(),
                until == null ? "–" : until.toString(),
                Values.kebab(user.known()));
    }
}
