package app.lodge.desktop.commandline;

import app.lodge.core.accounts.Postings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lodge account reverse`: undoes a posting by another one that names it.
@Command(name = "reverse")
final class ReversePosting extends DoorCommand {

    @Parameters(index = "0", paramLabel = "POSTING", descriptionKey = "account.posting")
    long posting;

    @Mixin GroundsOptions why = new GroundsOptions();

    ReversePosting(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var grounds = why.grounds();
        var request = why.requestId();
        return new MoveAnswers(session, doors)
                .of(
                        doors.door(Postings.class)
                                .reverse(
                                        doors.actor(),
                                        request,
                                        new Postings.Reversal(posting, grounds)));
    }
}
