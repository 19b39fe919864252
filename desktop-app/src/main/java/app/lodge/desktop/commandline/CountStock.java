package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.Counted;
import app.lodge.core.stock.StockState;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock count`: what was counted takes the place of what the books say (CHAIN-52).
@Command(name = "count")
final class CountStock extends DoorCommand {

    @Parameters(paramLabel = "PLACE", descriptionKey = "stock.receive.place")
    String place = "";

    @Parameters(paramLabel = "DELIVERY", descriptionKey = "stock.delivery")
    String delivery = "";

    @Parameters(paramLabel = "PIECES", descriptionKey = "stock.pieces")
    String pieces = "";

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "stock.state")
    String state = "blank";

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "stock.count.reason")
    String reason = "counted";

    CountStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var line =
                new Counted(
                        Values.number("DELIVERY", delivery),
                        Values.choice("--state", state, StockState.class),
                        (int) Math.min(Integer.MAX_VALUE, Values.number("PIECES", pieces)));
        var found =
                doors.door(Stock.class)
                        .count(
                                doors.actor(),
                                RequestId.fresh(),
                                Values.number("PLACE", place),
                                List.of(line),
                                Values.choice("--reason", reason, MoveReason.class));
        if (!found.problems().isEmpty()) {
            return new Answer.Faulty(found.problems());
        }
        int off = found.differences().stream().mapToInt(Counted::pieces).sum();
        return Answer.done(
                Map.of("differences", found.differences()), session.text("cli.stock.counted", off));
    }
}
