package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Prices.ListOutcome;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge price end`: ends a price list; what it said stays on record (ID-62).
@Command(name = "end")
final class EndPriceList extends DoorCommand {

    @Parameters(paramLabel = "LIST", descriptionKey = "price.list")
    String list = "";

    @Option(names = "--on", required = true, paramLabel = "DAY", descriptionKey = "price.end.on")
    String day = "";

    EndPriceList(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var on = Values.day("--on", day);
        var words = new PriceWords(session, doors);
        return switch (doors.door(Prices.class)
                .end(doors.actor(), RequestId.fresh(), words.list(list).id(), on)) {
            case ListOutcome.Done(var ended) ->
                    Answer.done(Map.of("list", ended), words.line(ended));
            case ListOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
