package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Postings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account correct`: in the holder's favour, or against (ID-27).
@Command(name = "correct")
final class CorrectAccount extends DoorCommand {

    enum Direction {
        CREDIT,
        DEBIT
    }

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "account.topup.amount")
    String amount = "";

    @Option(names = "--direction", paramLabel = "WAY", descriptionKey = "account.correct.direction")
    String direction = "credit";

    @Mixin GroundsOptions why = new GroundsOptions();

    @Mixin CurrencyOption in = new CurrencyOption();

    CorrectAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var answers = new MoveAnswers(session, in.of(doors));
        var size = Values.amount("AMOUNT", amount, answers.currency());
        var money =
                switch (Values.choice("--direction", direction, Direction.class)) {
                    case CREDIT -> size;
                    case DEBIT -> size.negated();
                };
        var grounds = why.grounds();
        var request = why.requestId();
        var account = in.accountOf(doors, "PERSON", person);
        return answers.of(
                doors.door(Postings.class)
                        .correct(
                                doors.actor(),
                                request,
                                new Postings.Correction(account.id(), money, grounds)));
    }
}
