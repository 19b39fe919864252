package app.lodge.desktop.commandline;

import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.Line;
import picocli.CommandLine.Command;

/// `lodge plan list`: every encoding plan with its versions and what uses it (ID-47).
@Command(name = "list")
final class ListPlans extends DoorCommand {

    ListPlans(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var plans = doors.door(EncodingPlans.class).list(doors.actor());
        return new Answer.Done(plans, plans.stream().map(line -> words(session, line)).toList());
    }

    static String words(Session session, Line line) {
        var state = session.text("plans.state." + Values.kebab(line.state()));
        var uses = String.join(", ", line.uses().stream().map(Values::kebab).toList());
        return uses.isEmpty()
                ? session.text("cli.plan.line", line.plan().reference(), state)
                : session.text("cli.plan.line-used", line.plan().reference(), state, uses);
    }
}
