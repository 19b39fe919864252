package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.encodingplans.EncodingPlans.PublishOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge plan publish`: signs a draft; it can never change again.
@Command(name = "publish")
final class PublishPlan extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "argument.plan-name")
    String name = "";

    PublishPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var plans = doors.door(EncodingPlans.class);
        return switch (plans.publish(doors.actor(), RequestId.fresh(), name)) {
            case PublishOutcome.Published(var plan) ->
                    Answer.done(plan, session.text("plans.published", plan.reference()));
            case PublishOutcome.NoDraft(var missing) ->
                    Answer.refused("plans.no-draft", Values.shown(missing));
            case PublishOutcome.Unsound(var findings) -> CheckPlan.said(session, name, findings);
        };
    }
}
