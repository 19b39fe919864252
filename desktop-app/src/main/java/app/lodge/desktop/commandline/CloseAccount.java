package app.lodge.desktop.commandline;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Postings.Settlement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge account close`: settles the balance and closes the account for good (ID-64).
@Command(name = "close")
final class CloseAccount extends DoorCommand {

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--to", paramLabel = "PERSON", descriptionKey = "account.close.to")
    String to = "";

    @Option(names = "--means", paramLabel = "MEANS", descriptionKey = "account.pay-out.means")
    String means = "cash";

    @Mixin GroundsOptions why = new GroundsOptions();

    @Mixin CurrencyOption in = new CurrencyOption();

    CloseAccount(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var by = Values.choice("--means", means, PaymentMeans.class);
        var grounds = why.grounds();
        var request = why.requestId();
        var account = in.accountOf(doors, "PERSON", person);
        Settlement settlement =
                to.isEmpty()
                        ? new Settlement.PaidOut(by)
                        : new Settlement.TransferredTo(in.accountOf(doors, "--to", to).id());
        return new MoveAnswers(session, in.of(doors))
                .of(
                        doors.door(Postings.class)
                                .closeAccount(
                                        doors.actor(),
                                        request,
                                        new Postings.Closing(account.id(), settlement, grounds)));
    }
}
