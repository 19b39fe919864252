package app.lodge.desktop.commandline;

import app.lodge.core.purse.Purses.Source;
import app.lodge.core.settings.Settings;
import app.lodge.desktop.workstation.CardMachines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge purse load`: value onto the card on a reader, for money or from its holder's account (CHAIN-22).
@Command(name = "load")
final class LoadPurse extends DoorCommand {

    @Parameters(index = "0", paramLabel = "AMOUNT", descriptionKey = "purse.amount")
    String amount = "";

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "card.reader")
    String reader = "";

    @Option(names = "--source", paramLabel = "SOURCE", descriptionKey = "purse.source")
    String from = "cash";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    private enum LoadSource {
        CASH,
        CARD_TERMINAL,
        ACCOUNT
    }

    LoadPurse(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var source = Values.choice("--source", from, LoadSource.class);
        var id = Values.request("--request", request);
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var money = Values.amount("AMOUNT", amount, currency);
        return PurseAnswers.visit(
                session,
                doors,
                reader,
                (desk, at) ->
                        desk.load(
                                doors.actor(),
                                id,
                                at,
                                CardMachines.CARD_LIES,
                                money,
                                Source.valueOf(source.name())));
    }
}
