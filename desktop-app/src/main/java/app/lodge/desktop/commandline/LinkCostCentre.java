package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge cost-centre link`: who may charge a centre (ID-17).
@Command(name = "link")
final class LinkCostCentre extends DoorCommand {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "cost-centre.code")
    String code = "";

    @Parameters(index = "1", paramLabel = "KIND", descriptionKey = "cost-centre.link.kind")
    String kind = "";

    @Parameters(index = "2", paramLabel = "NUMBER", descriptionKey = "cost-centre.link.number")
    long number;

    @Option(names = "--default", descriptionKey = "cost-centre.link.default")
    boolean preferred;

    @Option(names = "--remove", descriptionKey = "cost-centre.link.remove")
    boolean remove;

    LinkCostCentre(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var link = new Link(Values.choice("KIND", kind, Holder.class), number, preferred);
        var centres = doors.door(CostCentres.class);
        var id = Centres.named(doors, code);
        var outcome =
                remove
                        ? centres.unlink(doors.actor(), RequestId.fresh(), id, link)
                        : centres.link(doors.actor(), RequestId.fresh(), id, link);
        return switch (outcome) {
            case CentreOutcome.Done(var centre) ->
                    Answer.done(
                            Map.of("centre", centre, "links", centres.links(doors.actor(), id)),
                            session.text("cli.cost-centre.linked", centre.code()));
            case CentreOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
