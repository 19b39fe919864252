package app.lodge.desktop.commandline;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account pay-out`: money over the counter to the holder, with a receipt (ID-27).
@Command(name = "pay-out")
final class PayOutAccount extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--means", paramLabel = "MEANS", descriptionKey = "account.pay-out.means")
    String means = "cash";

    @Mixin GroundsOptions why = new GroundsOptions();

    @Mixin CurrencyOption in = new CurrencyOption();

    PayOutAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var answers = new MoveAnswers(session, in.of(doors));
        var money = Values.amount("AMOUNT", amount, answers.currency());
        var by = Values.choice("--means", means, PaymentMeans.class);
        var grounds = why.grounds();
        var request = why.requestId();
        var account = in.accountOf(doors, "PERSON", person);
        return answers.of(
                doors.door(Postings.class)
                        .payOut(
                                doors.actor(),
                                request,
                                new Postings.PayOut(account.id(), money, by, grounds)));
    }
}
