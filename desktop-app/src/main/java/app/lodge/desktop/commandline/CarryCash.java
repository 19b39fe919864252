package app.lodge.desktop.commandline;

import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.cashdesk.CashDesks.Transit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge cash-desk safe`: cash to the safe, or with `--fetch` from there (ID-34).
@Command(name = "safe")
final class CarryCash extends DoorCommand {

    @Parameters(index = "0", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--fetch", descriptionKey = "cash-desk.fetch")
    boolean fetch;

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "money.reference")
    String reference = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    CarryCash(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var money = Values.amount("AMOUNT", amount, CashDeskAnswers.currency(doors));
        var id = Values.request("--request", request);
        var order =
                new Transit(
                        CashDeskAnswers.shift(doors), fetch ? money : money.negated(), reference);
        return new CashDeskAnswers(session)
                .of(doors.door(CashDesks.class).carry(doors.actor(), id, order));
    }
}
