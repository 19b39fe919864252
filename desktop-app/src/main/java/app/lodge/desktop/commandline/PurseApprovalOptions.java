package app.lodge.desktop.commandline;

import app.lodge.core.accounts.FourEyes;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.Reason;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.approvals.Approvals.AskOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.personalization.purse.PurseDesk.Visit;
import picocli.CommandLine.Option;

/// The second person, for value that leaves a card or a lost one (ID-27).
final class PurseApprovalOptions {

    @Option(names = "--approval", paramLabel = "NUMBER", descriptionKey = "money.approval")
    long approval;

    @Option(names = "--ask", descriptionKey = "purse.ask")
    boolean ask;

    long number() {
        return Math.max(0, approval);
    }

    /// What is said where a second person is needed; asks for one if that is wished.
    Answer needed(Doors doors, Visit.NeedsApproval visit) {
        var amount = visit.matter().amount().toString();
        if (!ask) {
            return Answer.refused("cli.purse.needs-approval", amount, visit.above().toString());
        }
        var reason =
                visit.matter().verb() == FourEyes.Verb.PURSE_MOVE
                        ? Reason.LOST_MEDIUM
                        : Reason.HOLDER_REQUEST;
        return switch (doors.door(Approvals.class)
                .ask(doors.actor(), RequestId.fresh(), visit.matter(), Grounds.of(reason))) {
            case AskOutcome.Asked(var asked) ->
                    Answer.refused("cli.purse.asked", amount, String.valueOf(asked.number()));
            case AskOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
