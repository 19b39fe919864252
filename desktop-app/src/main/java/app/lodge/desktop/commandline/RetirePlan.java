package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.RetireOutcome;
import app.lodge.personalization.layouts.model.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge plan retire`: no new medium gets this version any more. Layouts that name it are told before.
@Command(name = "retire")
final class RetirePlan extends DoorCommand {

    @Parameters(paramLabel = "PLAN", descriptionKey = "argument.plan")
    String plan = "";

    @Option(names = "--anyway", descriptionKey = "plan.retire.anyway")
    boolean anyway;

    RetirePlan(Session session) {
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
        var layouts =
                SiteLayouts.shelf(doors).naming(doors.actor(), named).stream()
                        .map(Layout::reference)
                        .toList();
        var listed = String.join(", ", layouts);
        if (!layouts.isEmpty() && !anyway) {
            return Answer.refused("plans.layouts-name-it", named.reference(), listed);
        }
        var plans = doors.door(EncodingPlans.class);
        var outcome = plans.retire(doors.actor(), RequestId.fresh(), named.name(), named.version());
        return switch (outcome) {
            case RetireOutcome.Retired(var gone) ->
                    layouts.isEmpty()
                            ? Answer.done(gone, session.text("plans.retired", gone.reference()))
                            : Answer.done(
                                    gone,
                                    session.text(
                                            "plans.retired-layouts", gone.reference(), listed));
            case RetireOutcome.NotPublished(var reference) ->
                    Answer.refused("plans.not-published", reference);
            case RetireOutcome.InUse(var kind) ->
                    Answer.refused("plans.still-used", Values.kebab(kind));
        };
    }
}
