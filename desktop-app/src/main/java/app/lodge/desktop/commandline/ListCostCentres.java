package app.lodge.desktop.commandline;

import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge cost-centre list`: every centre with its budgets (ID-18).
@Command(name = "list")
final class ListCostCentres extends DoorCommand {

    ListCostCentres(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var centres = doors.door(CostCentres.class);
        var lines = new ArrayList<String>();
        var facts = new ArrayList<Map<String, Object>>();
        for (var centre : centres.list(doors.actor())) {
            var budgets = centres.budgets(doors.actor(), centre.id());
            var links = centres.links(doors.actor(), centre.id());
            facts.add(Map.of("centre", centre, "budgets", budgets, "links", links));
            lines.add(line(centre, links.size()));
            budgets.forEach(budget -> lines.add(line(budget)));
        }
        return new Answer.Done(Map.of("costCentres", List.copyOf(facts)), lines);
    }

    private String line(CostCentre centre, int links) {
        return session.text(
                "cli.cost-centre.line",
                centre.code(),
                centre.name(),
                session.text("over-budget." + Values.kebab(centre.overBudget())),
                links);
    }

    private String line(CostCentres.Standing standing) {
        return session.text(
                "cli.cost-centre.budget",
                session.text("budget-period." + Values.kebab(standing.budget().period())),
                standing.granted().toString(),
                standing.used().toString(),
                standing.remains().toString());
    }
}
