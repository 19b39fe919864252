package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Postings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge account refund`: gives a purchase back, in whole or part (ID-27).
@Command(name = "refund")
final class RefundPurchase extends DoorCommand {

    @Parameters(index = "0", paramLabel = "POSTING", descriptionKey = "account.posting")
    long posting;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AMOUNT",
            descriptionKey = "account.refund.amount")
    String amount = "";

    @Mixin GroundsOptions why = new GroundsOptions();

    RefundPurchase(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var answers = new MoveAnswers(session, doors);
        var money = amount.isEmpty() ? null : Values.amount("AMOUNT", amount, answers.currency());
        var grounds = why.grounds();
        var request = why.requestId();
        return answers.of(
                doors.door(Postings.class)
                        .refund(
                                doors.actor(),
                                request,
                                new Postings.Refund(posting, money, grounds)));
    }
}
