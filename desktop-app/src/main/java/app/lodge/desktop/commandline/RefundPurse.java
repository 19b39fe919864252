package app.lodge.desktop.commandline;

import app.lodge.core.settings.Settings;
import app.lodge.desktop.workstation.CardMachines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge purse refund`: a purchase back onto the card it was paid with (CHAIN-22).
@Command(name = "refund")
final class RefundPurse extends DoorCommand {

    @Parameters(index = "0", paramLabel = "AMOUNT", descriptionKey = "purse.amount")
    String amount = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    @Option(
            names = "--record",
            paramLabel = "NUMBER",
            required = true,
            descriptionKey = "purse.record")
    String record = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    RefundPurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.request("--request", request);
        var purchase = Values.number("--record", record);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var money = Values.amount("AMOUNT", amount, currency);
        return PurseAnswers.visit(
                session,
                doors,
                reader,
                (desk, at) ->
                        desk.refund(
                                doors.actor(), id, at, CardMachines.CARD_LIES, money, purchase));
    }
}
