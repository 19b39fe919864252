package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.desktop.shell.FaultWords;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge purse prepare`: an empty purse on a card of ours (CHAIN-18).
@Command(name = "prepare")
final class PreparePurse extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CARD", descriptionKey = "purse.card")
    String card = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    PreparePurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var medium = PurseAnswers.medium(doors, card);
        if (medium.isEmpty()) {
            return Answer.refused("cli.purse.no-card", Values.shown(card));
        }
        var uid = medium.get().uid();
        try {
            return uid != null
                            && IssueCard.machines(session, doors)
                                    .preparePurse(doors.actor(), reader, medium.get().id(), uid)
                    ? Answer.done(Map.of("medium", medium.get()), session.text("purse.prepared"))
                    : Answer.refused("purse.not-possible");
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }
}
