package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.rights.PlanText;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rights.PlanOutcome;
import app.lodge.core.rights.WeekPlan.Holidays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge right plan`: shows weekly plans, or makes another version of one (ID-37).
@Command(name = "plan")
final class PutRightPlan extends DoorCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            descriptionKey = "right.plan.name")
    String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "DAYS=HOURS",
            descriptionKey = "right.plan.windows")
    List<String> windows = new ArrayList<>();

    @Option(names = "--holidays-as-usual", descriptionKey = "right.plan.as-usual")
    boolean asUsual;

    PutRightPlan(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rights = doors.door(Rights.class);
        if (windows.isEmpty()) {
            var plans =
                    rights.plans(doors.actor()).stream()
                            .filter(plan -> name.isEmpty() || plan.name().equalsIgnoreCase(name))
                            .toList();
            return new Answer.Done(
                    Map.of("plans", plans), plans.stream().map(PutRightPlan::line).toList());
        }
        var holidays = asUsual ? Holidays.AS_USUAL : Holidays.OWN_WINDOWS;
        return switch (PlanText.parse(windows, holidays)) {
            case PlanText.Parsed.Faulty(var problems) -> new Answer.Faulty(problems);
            case PlanText.Parsed.Read(var week) ->
                    switch (rights.putPlan(doors.actor(), RequestId.fresh(), name, week)) {
                        case PlanOutcome.Done(var plan) ->
                                Answer.done(Map.of("plan", plan), line(plan));
                        case PlanOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
                    };
        };
    }

    private static String line(Rights.Plan plan) {
        return "%s (%d): %s"
                .formatted(
                        Values.shown(plan.name()),
                        plan.version(),
                        String.join(" ", PlanText.words(plan.week())));
    }
}
