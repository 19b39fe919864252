package app.lodge.desktop.commandline;

import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge cost-centre add`: a centre that pays instead of people (ID-16).
@Command(name = "add")
final class AddCostCentre extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "cost-centre.code")
    String code = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "cost-centre.name")
    String name = "";

    @Option(
            names = "--over-budget",
            paramLabel = "RULE",
            descriptionKey = "cost-centre.over-budget")
    String overBudget = "refuse";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    AddCostCentre(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var rule = Values.choice("--over-budget", overBudget, CostCentre.OverBudget.class);
        var id = Values.request("--request", request);
        return switch (doors.door(CostCentres.class).add(doors.actor(), id, code, name, rule)) {
            case CentreOutcome.Done(var centre) ->
                    Answer.done(
                            Map.of("centre", centre),
                            session.text("cli.cost-centre.added", centre.code()));
            case CentreOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
