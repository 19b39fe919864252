package app.lodge.desktop.commandline;

import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.SelfService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge selfservice transfer`: from holder to holder, on the giver’s behalf (ID-26).
@Command(name = "transfer")
final class TransferForHolder extends DoorCommand {

    @Parameters(index = "0", paramLabel = "LOGIN", descriptionKey = "selfservice.login")
    String login = "";

    @Parameters(index = "1", paramLabel = "FROM", descriptionKey = "account.transfer.from")
    String from = "";

    @Parameters(index = "2", paramLabel = "TO", descriptionKey = "account.transfer.to")
    String to = "";

    @Parameters(index = "3", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--recipient", paramLabel = "NAME", descriptionKey = "selfservice.recipient")
    String recipient = "";

    @Mixin CurrencyOption in = new CurrencyOption();

    @Mixin BehalfOptions why = new BehalfOptions();

    TransferForHolder(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var money = Values.amount("AMOUNT", amount, in.of(doors));
        var request = why.requestId();
        var behalf = why.behalf();
        var giver = in.accountOf(doors, "FROM", from).id();
        var taker = in.accountOf(doors, "TO", to).id();
        var id = SelfServiceWords.login(doors, login);
        var wanted =
                recipient.isEmpty()
                        ? new HolderRequest.Recipient(taker)
                        : new HolderRequest.Transfer(giver, taker, money, recipient);
        var answer =
                doors.door(SelfService.class).onBehalf(doors.actor(), request, id, wanted, behalf);
        return new HolderAnswers(session, doors).of(answer);
    }
}
