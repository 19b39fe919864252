package app.lodge.desktop.commandline;

import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// `lodge stock show`: every count of every delivery, and the share of bad cards (CHAIN-51, CHAIN-52).
@Command(name = "show")
final class ShowStock extends DoorCommand {

    ShowStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var standing = doors.door(Stock.class).standing(doors.actor());
        var places = standing.places().stream().collect(Collectors.toMap(Place::id, Place::name));
        var lines = new ArrayList<String>();
        for (var one : standing.deliveries()) {
            var delivery = one.delivery();
            lines.add(
                    session.text(
                            "cli.stock.delivery",
                            Long.toString(delivery.id()),
                            delivery.blank().name(),
                            delivery.supplier(),
                            delivery.pieces(),
                            one.badPerMille()));
            standing.lines().stream()
                    .filter(line -> line.delivery() == delivery.id())
                    .forEach(line ->
                            lines.add(
                                    session.text(
                                            "cli.stock.line",
                                            places.getOrDefault(line.place(), ""),
                                            session.text(
                                                    "stock-state." + Values.kebab(line.state())),
                                            line.pieces())));
        }
        if (standing.deliveries().isEmpty()) {
            lines.add(session.text("cli.stock.none"));
        }
        if (!standing.differences().isEmpty()) {
            return new Answer.Refused(
                    "cli.stock.disagrees",
                    List.of(standing.differences().size()),
                    standing,
                    standing.differences());
        }
        return new Answer.Done(Map.of("standing", standing), lines);
    }
}
