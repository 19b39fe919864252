package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.keys.CardKeys;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.virtual.DryRun;
import app.lodge.personalization.virtual.DryRun.Shown;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge plan dry-run`: writes a virtual blank by a plan and shows each step and what is read back.
@Command(name = "dry-run")
final class DryRunPlan extends DoorCommand {

    @Parameters(paramLabel = "PLAN", descriptionKey = "argument.plan")
    String plan = "";

    DryRunPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var argument = new PlanArgument(plan);
        var found = argument.find(doors);
        if (found.isEmpty()) {
            return argument.unknown();
        }
        var document = found.get().plan();
        if (!PlanChecks.sound(document)) {
            return CheckPlan.said(session, plan, PlanChecks.of(document));
        }
        if (document.medium() instanceof PlannedMedium.ContactKey key && key.files().isEmpty()) {
            return Answer.refused("plans.no-dry-run");
        }
        try {
            var facts = CardFacts.of(new CardNumber(1234, 2));
            return said(new DryRun(doors.door(CardKeys.class)).run(doors.actor(), document, facts));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.machine", FaultWords.of(session.texts(), e.fault()));
        }
    }

    private Answer said(Shown shown) {
        var lines = new ArrayList<String>();
        for (var step : shown.steps()) {
            lines.add(
                    session.text(
                            "plans.step." + Values.kebab(step.kind()),
                            step.place(),
                            step.detail()));
        }
        for (var one : shown.commands()) {
            lines.add(
                    "  "
                            + session.text(
                                    "plans.command",
                                    session.text(one.key(), one.detail()),
                                    one.sent(),
                                    one.answered(),
                                    one.status()));
        }
        for (var place : shown.places()) {
            lines.add(
                    place.hex().isEmpty()
                            ? session.text("plans.value", place.name(), place.value())
                            : session.text("plans.place", place.name(), place.hex()));
            place.words().forEach((field, words) -> lines.add("  " + field + ": " + words));
        }
        if (!shown.commands().isEmpty()) {
            lines.add(
                    session.text(
                            "plans.traffic",
                            shown.used().apdus(),
                            shown.used().bytes(),
                            shown.fewest().apdus(),
                            shown.fewest().bytes()));
        }
        return new Answer.Done(shown, lines);
    }
}
