package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.HandOver;
import app.lodge.core.stock.Stock.MoveOutcome;
import app.lodge.core.stock.StockState;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock move`: blanks go from one place to another (CHAIN-05).
@Command(name = "move")
final class MoveStock extends DoorCommand {

    @Parameters(paramLabel = "DELIVERY", descriptionKey = "stock.delivery")
    String delivery = "";

    @Parameters(paramLabel = "FROM", descriptionKey = "stock.move.from")
    String from = "";

    @Parameters(paramLabel = "TO", descriptionKey = "stock.move.to")
    String to = "";

    @Parameters(paramLabel = "PIECES", descriptionKey = "stock.pieces")
    String pieces = "";

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "stock.state")
    String state = "blank";

    MoveStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var order =
                new HandOver(
                        Values.number("DELIVERY", delivery),
                        Values.choice("--state", state, StockState.class),
                        Values.number("FROM", from),
                        Values.number("TO", to),
                        (int) Math.min(Integer.MAX_VALUE, Values.number("PIECES", pieces)),
                        List.of());
        return said(
                session, doors.door(Stock.class).handOver(doors.actor(), RequestId.fresh(), order));
    }

    static Answer said(Session session, MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(int moved) ->
                    Answer.done(Map.of("pieces", moved), session.text("cli.stock.moved", moved));
            case MoveOutcome.TooFew(int there) -> Answer.refused("cli.stock.too-few", there);
            case MoveOutcome.Stranger(var serial) ->
                    Answer.refused("cli.stock.stranger", Values.shown(serial));
            case MoveOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
