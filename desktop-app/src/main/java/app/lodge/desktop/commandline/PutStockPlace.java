package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.PutOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock place`: a place where blanks lie, new or changed (CHAIN-05).
@Command(name = "place")
final class PutStockPlace extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "stock.place.name")
    String name = "";

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "stock.place.kind")
    String kind = "desk";

    @Option(
            names = "--workstation",
            paramLabel = "NAME",
            descriptionKey = "stock.place.workstation")
    String workstation = "";

    @Option(names = "--delegated", descriptionKey = "stock.place.delegated")
    boolean delegated;

    @Option(names = "--low-at", paramLabel = "PIECES", descriptionKey = "stock.place.low-at")
    int lowAt;

    PutStockPlace(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var sort = Values.choice("--kind", kind, Place.Kind.class);
        Values.count("--low-at", lowAt, 0, 1_000_000);
        var stock = doors.door(Stock.class);
        long known =
                stock.places(doors.actor()).stream()
                        .filter(place -> place.name().equalsIgnoreCase(name.strip()))
                        .mapToLong(Place::id)
                        .findFirst()
                        .orElse(0);
        var place = new Place(known, name, sort, workstation, delegated, lowAt);
        return switch (stock.putPlace(doors.actor(), RequestId.fresh(), place)) {
            case PutOutcome.Put(long id) ->
                    Answer.done(
                            Map.of("place", id),
                            session.text("cli.stock.put", place.name(), Long.toString(id)));
            case PutOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
