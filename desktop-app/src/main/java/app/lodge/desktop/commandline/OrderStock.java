package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.Finish;
import app.lodge.core.stock.StockOrders;
import app.lodge.core.stock.StockOrders.NewOrder;
import app.lodge.core.stock.StockOrders.OrderOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock order`: orders blanks and says when they are due (CHAIN-47…50).
@Command(name = "order")
final class OrderStock extends DoorCommand {

    @Parameters(paramLabel = "BLANK", descriptionKey = "stock.receive.blank")
    String blank = "";

    @Parameters(paramLabel = "SUPPLIER", descriptionKey = "stock.receive.supplier")
    String supplier = "";

    @Parameters(paramLabel = "PIECES", descriptionKey = "stock.pieces")
    String pieces = "";

    @Option(names = "--price", paramLabel = "MINOR", descriptionKey = "stock.order.price")
    String price = "0";

    @Option(names = "--express", descriptionKey = "stock.order.express")
    boolean express;

    @Option(names = "--four-colour", descriptionKey = "stock.order.four-colour")
    boolean fourColour;

    @Option(names = "--finish", paramLabel = "FINISH", descriptionKey = "stock.order.finish")
    List<String> finishes = new ArrayList<>();

    OrderStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = new HashSet<Finish>();
        finishes.forEach(word -> wanted.add(Values.choice("--finish", word, Finish.class)));
        var order =
                new NewOrder(
                        Values.number("BLANK", blank),
                        supplier,
                        (int) Math.min(Integer.MAX_VALUE, Values.number("PIECES", pieces)),
                        Values.number("--price", price),
                        express ? Service.EXPRESS : Service.NORMAL,
                        fourColour,
                        wanted,
                        null);
        return switch (doors.door(StockOrders.class)
                .order(doors.actor(), RequestId.fresh(), order)) {
            case OrderOutcome.Done(var done) ->
                    Answer.done(
                            Map.of("order", done),
                            done.dueOn() == null
                                    ? session.text(
                                            "cli.stock.ordered-open", Long.toString(done.id()))
                                    : session.text(
                                            "cli.stock.ordered",
                                            Long.toString(done.id()),
                                            done.dueOn().toString()));
            case OrderOutcome.RulesChanged(var rules) -> Answer.done(Map.of("rules", rules));
            case OrderOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
