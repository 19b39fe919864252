package app.lodge.desktop.commandline;

import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge plan show`: one plan as its document.
@Command(name = "show")
final class ShowPlan extends DoorCommand {

    @Parameters(paramLabel = "PLAN", descriptionKey = "argument.plan")
    String plan = "";

    ShowPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var argument = new PlanArgument(plan);
        var found = argument.find(doors);
        if (found.isEmpty()) {
            return argument.unknown();
        }
        var lines = new ArrayList<String>();
        lines.add(ListPlans.words(session, found.get()));
        found.get().plan().pretty().lines().forEach(lines::add);
        return new Answer.Done(found.get(), lines);
    }
}
