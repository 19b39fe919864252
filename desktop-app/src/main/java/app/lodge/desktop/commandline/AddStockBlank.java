package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.PutOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock blank`: a kind of blank that the site buys (CHAIN-47).
@Command(name = "blank")
final class AddStockBlank extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "stock.blank.name")
    String name = "";

    @Option(names = "--carrier", paramLabel = "BAND", descriptionKey = "stock.blank.carrier")
    String carrier = "hf";

    @Option(names = "--chip", paramLabel = "CHIP", descriptionKey = "stock.blank.chip")
    String chip = "";

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "stock.blank.kind")
    String kind = "card";

    @Option(names = "--printed", descriptionKey = "stock.blank.printed")
    boolean printed;

    @Option(names = "--stripe", descriptionKey = "stock.blank.stripe")
    boolean stripe;

    @Option(names = "--thickness", paramLabel = "UM", descriptionKey = "stock.blank.thickness")
    int thickness = 860;

    AddStockBlank(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var blank =
                new Blank(
                        0,
                        name,
                        Values.choice("--carrier", carrier, Blank.Carrier.class),
                        chip,
                        Values.choice("--kind", kind, MediumKind.class),
                        printed,
                        stripe,
                        thickness);
        return switch (doors.door(Stock.class).addBlank(doors.actor(), RequestId.fresh(), blank)) {
            case PutOutcome.Put(long id) ->
                    Answer.done(
                            Map.of("blank", id),
                            session.text("cli.stock.put", blank.name(), Long.toString(id)));
            case PutOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
