package app.lodge.desktop.commandline;

import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.Line;
import java.util.Optional;

/// A plan as people name it: `lodge-id@1`, or `lodge-id` for its newest version, a draft included.
record PlanArgument(String given) {

    Optional<Line> find(Doors doors) {
        var plans = doors.door(EncodingPlans.class).list(doors.actor());
        return plans.stream()
                .filter(line ->
                        line.plan().reference().equals(given) || line.plan().name().equals(given))
                .findFirst();
    }

    Answer unknown() {
        return Answer.refused("cli.plan.unknown", Values.shown(given));
    }
}
