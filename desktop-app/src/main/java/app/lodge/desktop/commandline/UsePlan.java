package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.UseOutcome;
import app.lodge.core.media.MediumKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge plan use`: new media of a kind get this plan from now on.
@Command(name = "use")
final class UsePlan extends DoorCommand {

    @Parameters(paramLabel = "PLAN", descriptionKey = "argument.plan")
    String plan = "";

    @Option(names = "--for", paramLabel = "KIND", descriptionKey = "plan.use.for")
    MediumKind kind = MediumKind.CARD;

    UsePlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var argument = new PlanArgument(plan);
        var found = argument.find(doors);
        if (found.isEmpty()) {
            return argument.unknown();
        }
        var named = found.get().plan();
        var plans = doors.door(EncodingPlans.class);
        var outcome =
                plans.use(doors.actor(), RequestId.fresh(), kind, named.name(), named.version());
        return switch (outcome) {
            case UseOutcome.InUse(var used, var of) ->
                    Answer.done(
                            used, session.text("plans.used", used.reference(), Values.kebab(of)));
            case UseOutcome.NotForKind(var reference, var _) ->
                    Answer.refused("plans.not-for-kind", reference);
            case UseOutcome.NotPublished(var reference) ->
                    Answer.refused("plans.not-published", reference);
        };
    }
}
