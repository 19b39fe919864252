package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.WriteOff;
import app.lodge.core.stock.StockState;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock write-off`: blanks are no good, or gone (CHAIN-51).
@Command(name = "write-off")
final class WriteOffStock extends DoorCommand {

    @Parameters(paramLabel = "DELIVERY", descriptionKey = "stock.delivery")
    String delivery = "";

    @Parameters(paramLabel = "PLACE", descriptionKey = "stock.receive.place")
    String place = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            descriptionKey = "stock.write-off.reason")
    String reason = "";

    @Option(names = "--pieces", paramLabel = "PIECES", descriptionKey = "stock.pieces")
    String pieces = "1";

    @Option(names = "--serial", paramLabel = "NUMBER", descriptionKey = "stock.write-off.serial")
    List<String> serials = new ArrayList<>();

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "stock.state")
    String state = "blank";

    WriteOffStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        return MoveStock.said(
                session,
                doors.door(Stock.class)
                        .writeOff(
                                doors.actor(),
                                RequestId.fresh(),
                                new WriteOff(
                                        Values.number("DELIVERY", delivery),
                                        Values.number("PLACE", place),
                                        Values.choice("--state", state, StockState.class),
                                        (int)
                                                Math.min(
                                                        Integer.MAX_VALUE,
                                                        Values.number("--pieces", pieces)),
                                        serials,
                                        Values.choice("--reason", reason, MoveReason.class))));
    }
}
