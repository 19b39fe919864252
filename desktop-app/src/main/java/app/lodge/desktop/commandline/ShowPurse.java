package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.desktop.shell.FaultWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge purse show`: what the purse of the card on a reader holds, and its last records (CHAIN-32).
@Command(name = "show")
final class ShowPurse extends DoorCommand {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    ShowPurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        try {
            return PurseAnswers.shown(
                    session,
                    doors,
                    IssueCard.machines(session, doors).purse(doors.actor(), reader));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }
}
