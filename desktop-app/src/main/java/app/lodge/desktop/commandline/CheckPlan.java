package app.lodge.desktop.commandline;

import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.Finding;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge plan check`: what is wrong or weak in a plan; refuses what could not be published.
@Command(name = "check")
final class CheckPlan extends DoorCommand {

    @Parameters(paramLabel = "PLAN", descriptionKey = "argument.plan")
    String plan = "";

    CheckPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var argument = new PlanArgument(plan);
        var found = argument.find(doors);
        if (found.isEmpty()) {
            return argument.unknown();
        }
        var plans = doors.door(EncodingPlans.class);
        return said(session, plan, plans.check(doors.actor(), found.get().plan()));
    }

    static Answer said(Session session, String plan, List<Finding> findings) {
        var lines = findings.stream().map(finding -> words(session, finding)).toList();
        if (findings.stream().anyMatch(Finding::blocks)) {
            return new Answer.Refused("cli.plan.unsound", List.of(plan), findings, lines);
        }
        return new Answer.Done(
                findings, lines.isEmpty() ? List.of(session.text("cli.plan.sound", plan)) : lines);
    }

    static String words(Session session, Finding finding) {
        var problem = finding.problem();
        var sentence = session.texts().problem(problem);
        return session.text(
                finding.blocks() ? "cli.plan.blocks" : "cli.plan.caution",
                problem.field(),
                sentence);
    }
}
