package app.lodge.desktop.commandline;

import app.lodge.desktop.workstation.CardMachines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge purse move`: what a lost card held onto the one on a reader, after the waiting time (CHAIN-22).
@Command(name = "move")
final class MovePurse extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CARD", descriptionKey = "purse.card")
    String card = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    @Mixin PurseApprovalOptions second = new PurseApprovalOptions();

    MovePurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.request("--request", request);
        var medium = PurseAnswers.medium(doors, card);
        if (medium.isEmpty()) {
            return Answer.refused("cli.purse.no-card", Values.shown(card));
        }
        return PurseAnswers.visit(
                session,
                doors,
                reader,
                (desk, at) ->
                        desk.move(
                                doors.actor(),
                                id,
                                at,
                                CardMachines.CARD_LIES,
                                medium.get().id(),
                                second.number()),
                second);
    }
}
