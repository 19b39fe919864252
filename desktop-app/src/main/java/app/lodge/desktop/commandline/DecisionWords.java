package app.lodge.desktop.commandline;

import app.lodge.core.approvals.Approvals;
import app.lodge.core.approvals.Approvals.DecideOutcome;
import app.lodge.core.approvals.Approvals.Decision;
import app.lodge.core.approvals.Remark;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// On which request somebody decides, and what there is to say.
final class DecisionWords {

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "approvals.number")
    String number = "";

    @Option(names = "--remark", paramLabel = "REMARK", descriptionKey = "approvals.remark")
    String remark = "none";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "money.reference")
    String reference = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    Answer decide(Session session, Doors doors, boolean approved) {
        var about = Values.number("NUMBER", number);
        var decision =
                new Decision(approved, Values.choice("--remark", remark, Remark.class), reference);
        var id = Values.request("--request", request);
        return switch (doors.door(Approvals.class).decide(doors.actor(), id, about, decision)) {
            case DecideOutcome.Decided(var approval) ->
                    Answer.done(
                            Map.of("approval", approval),
                            session.text(
                                    "cli.approvals.decided",
                                    String.valueOf(approval.number()),
                                    session.text(
                                            "approval-state." + Values.kebab(approval.state()))));
            case DecideOutcome.Yourself _ -> Answer.refused("cli.approvals.yourself");
            case DecideOutcome.NotOpen(var approval) ->
                    Answer.refused(
                            "cli.approvals.not-open",
                            String.valueOf(approval.number()),
                            session.text("approval-state." + Values.kebab(approval.state())));
            case DecideOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
