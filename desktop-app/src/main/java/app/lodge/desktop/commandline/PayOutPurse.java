package app.lodge.desktop.commandline;

import app.lodge.core.settings.Settings;
import app.lodge.desktop.workstation.CardMachines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge purse pay-out`: value off the card on a reader, for cash.
@Command(name = "pay-out")
final class PayOutPurse extends DoorCommand {

    @Parameters(index = "0", paramLabel = "AMOUNT", descriptionKey = "purse.amount")
    String amount = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    @Mixin PurseApprovalOptions second = new PurseApprovalOptions();

    PayOutPurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.request("--request", request);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var money = Values.amount("AMOUNT", amount, currency);
        return PurseAnswers.visit(
                session,
                doors,
                reader,
                (desk, at) ->
                        desk.payOut(
                                doors.actor(),
                                id,
                                at,
                                CardMachines.CARD_LIES,
                                money,
                                second.number()),
                second);
    }
}
