package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.NewDelivery;
import app.lodge.core.stock.Stock.ReceiveOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge stock receive`: a box of blanks came, with a serial list or a count only (CHAIN-51).
@Command(name = "receive")
final class ReceiveStock extends DoorCommand {

    private static final long LARGEST_FILE = 32L << 20;

    @Parameters(paramLabel = "BLANK", descriptionKey = "stock.receive.blank")
    String blank = "";

    @Parameters(paramLabel = "PLACE", descriptionKey = "stock.receive.place")
    String place = "";

    @Option(names = "--pieces", paramLabel = "COUNT", descriptionKey = "stock.receive.pieces")
    int pieces;

    @Option(names = "--list", paramLabel = "FILE", descriptionKey = "stock.receive.list")
    @Nullable Path list;

    @Option(names = "--numbering", paramLabel = "KIND", descriptionKey = "stock.receive.numbering")
    String numbering = "uid";

    @Option(names = "--supplier", paramLabel = "NAME", descriptionKey = "stock.receive.supplier")
    String supplier = "";

    @Option(names = "--batch", paramLabel = "NUMBER", descriptionKey = "stock.receive.batch")
    String batch = "";

    @Option(names = "--order", paramLabel = "NUMBER", descriptionKey = "stock.receive.order")
    String order = "";

    ReceiveStock(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var stock = doors.door(Stock.class);
        long kind = Values.number("BLANK", blank);
        long where = Values.number("PLACE", place);
        var sort = Values.choice("--numbering", numbering, Numbering.class);
        Long ordered = order.isEmpty() ? null : Values.number("--order", order);
        List<String> serials = List.of();
        if (list != null) {
            var read = stock.readSerials(doors.actor(), list.toString(), read(list));
            if (!read.problems().isEmpty()) {
                return new Answer.Faulty(read.problems());
            }
            serials = read.serials();
        }
        var coming =
                new NewDelivery(
                        kind,
                        ordered,
                        supplier,
                        batch,
                        where,
                        pieces,
                        list == null ? Numbering.NONE : sort,
                        serials);
        return switch (stock.receive(doors.actor(), RequestId.fresh(), coming)) {
            case ReceiveOutcome.Received(var delivery) ->
                    Answer.done(
                            Map.of("delivery", delivery),
                            session.text(
                                    "cli.stock.received",
                                    Long.toString(delivery.id()),
                                    delivery.pieces()));
            case ReceiveOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WrongUsage("cli.file-unreadable", "--list", file);
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new WrongUsage("cli.file-large", "--list", file, LARGEST_FILE >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unreadable", "--list", file);
        }
    }
}
