package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.workstation.CardMachines;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge card read`: whom the card on a reader stands for, proven by its keys.
@Command(name = "read")
final class ReadCard extends DoorCommand {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    ReadCard(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        CardMachines machines = IssueCard.machines(session, doors);
        try {
            var identity = machines.read(doors.actor(), reader);
            return Answer.done(
                    Map.of("card", identity, "number", identity.number().toString()),
                    session.text(
                            "cli.card.read",
                            identity.number().toString(),
                            identity.chip(),
                            identity.uid().hex()));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.machine", FaultWords.of(session.texts(), e.fault()));
        }
    }
}
