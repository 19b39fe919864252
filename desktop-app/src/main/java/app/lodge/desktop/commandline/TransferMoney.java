package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Postings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge account transfer`: from one holder to another (ID-26).
@Command(name = "transfer")
final class TransferMoney extends DoorCommand {

    @Parameters(index = "0", paramLabel = "FROM", descriptionKey = "account.transfer.from")
    String from = "";

    @Parameters(index = "1", paramLabel = "TO", descriptionKey = "account.transfer.to")
    String to = "";

    @Parameters(index = "2", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Mixin GroundsOptions why = new GroundsOptions();

    @Mixin CurrencyOption in = new CurrencyOption();

    TransferMoney(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var answers = new MoveAnswers(session, in.of(doors));
        var money = Values.amount("AMOUNT", amount, answers.currency());
        var grounds = why.grounds();
        var request = why.requestId();
        var giver = in.accountOf(doors, "FROM", from);
        var taker = in.accountOf(doors, "TO", to);
        return answers.of(
                doors.door(Postings.class)
                        .transfer(
                                doors.actor(),
                                request,
                                new Postings.Transfer(giver.id(), taker.id(), money, grounds)));
    }
}
