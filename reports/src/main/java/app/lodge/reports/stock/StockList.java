package app.lodge.reports.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.DeliveryStanding;
import app.lodge.core.stock.Stock.Line;
import app.lodge.core.stock.Stock.Standing;
import app.lodge.core.stock.StockState;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every count of every delivery by place, which together are what was received (CHAIN-52).
public final class StockList {

    private static final String KIND = "stock";

    /// Nine columns with a note below: the same paper as the list of cards.
    static final String PAPER = "app/lodge/reports/media/cards";

    private final Stock stock;

    public StockList(Stock stock) {
        this.stock = stock;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        var standing = stock.standing(actor);
        var sheet = new Sheet(standing, given, head);
        return new Listing.Found("", sheet.table(), sheet::paper);
    }

    private record Sheet(Standing standing, Given given, Letterhead head) {

        Table table() {
            return new Table(
                    head.about(KIND, given),
                    Stream.of("delivery", "supplier", "batch", "blank", "place", "state", "pieces")
                            .map(head::column)
                            .toList(),
                    List.of(
                            figure("received", received()),
                            figure("usable", usable()),
                            figure("issued", count(StockState.ISSUED)),
                            figure("bad", count(StockState.SPOILED))),
                    lines().map(this::cells).toList());
        }

        private Stream<Line> lines() {
            return standing.lines().stream().filter(line -> line.pieces() != 0);
        }

        private List<Cell> cells(Line line) {
            var from = Objects.requireNonNull(deliveries().get(line.delivery())).delivery();
            return List.of(
                    new Cell.Whole(from.id()),
                    Cell.words(from.supplier()),
                    Cell.words(from.batch()),
                    Cell.words(from.blank().name()),
                    Cell.words(places().getOrDefault(line.place(), "")),
                    new Cell.Words(line.state().name()),
                    new Cell.Whole(line.pieces()));
        }

        private Map<Long, DeliveryStanding> deliveries() {
            return standing.deliveries().stream()
                    .collect(Collectors.toMap(one -> one.delivery().id(), Function.identity()));
        }

        private Map<Long, String> places() {
            return standing.places().stream().collect(Collectors.toMap(Place::id, Place::name));
        }

        private Table.Figure figure(String name, long count) {
            return new Table.Figure(name, head.say("reports.stock." + name), new Cell.Whole(count));
        }

        private long received() {
            return standing.deliveries().stream().mapToLong(one -> one.delivery().pieces()).sum();
        }

        private long usable() {
            return count(StockState.BLANK) + count(StockState.PREPARED);
        }

        private long count(StockState state) {
            return lines().filter(line -> line.state() == state).mapToLong(Line::pieces).sum();
        }

        Paper paper() {
            var words = new HashMap<String, String>();
            words.put(
                    "subject",
                    head.say(
                            standing.differences().isEmpty()
                                    ? "reports.stock.adds-up"
                                    : "reports.stock.disagrees"));
            words.put("empty", head.say("reports.stock.empty"));
            tile(words, 1, "received", received());
            tile(words, 2, "usable", usable());
            tile(words, 3, "issued", count(StockState.ISSUED));
            tile(words, 4, "bad", count(StockState.SPOILED));
            words.put("numberLabel", head.say("reports.column.delivery"));
            words.put("nameLabel", head.say("reports.column.blank"));
            words.put("chipLabel", head.say("reports.column.place"));
            words.put("uidLabel", head.say("reports.column.batch"));
            words.put("stateLabel", head.say("reports.column.state"));
            words.put("keyVersionLabel", head.say("reports.column.pieces"));
            words.put("changedLabel", head.say("reports.column.received"));
            words.put("totalLabel", head.say("reports.stock.total", received()));
            return head.paper(PAPER, KIND, words, lines().map(this::row).toList());
        }

        private void tile(Map<String, String> words, int number, String name, long count) {
            words.put("tile" + number + "Label", head.say("reports.stock." + name));
            words.put("tile" + number, head.texts().number(count));
        }

        private Map<String, String> row(Line line) {
            var from = Objects.requireNonNull(deliveries().get(line.delivery())).delivery();
            var row = new HashMap<String, String>();
            row.put("number", Long.toString(from.id()));
            row.put("name", from.blank().name() + ", " + from.supplier());
            row.put("chip", places().getOrDefault(line.place(), ""));
            row.put("uid", from.batch());
            row.put("state", head.texts().name("reports.stock-state", line.state()));
            row.put("keyVersion", head.texts().number(line.pieces()));
            row.put("changed", head.time(from.receivedAt()));
            return row;
        }
    }
}
