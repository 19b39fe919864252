package app.lodge.reports.stock;

import app.lodge.core.books.Actor;
import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.Stock.DeliveryStanding;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Paper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The share of bad cards by supplier and batch, with its reasons (CHAIN-51).
public final class BadCards {

    private static final String KIND = "bad-cards";

    private final Stock stock;

    public BadCards(Stock stock) {
        this.stock = stock;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        var wanted = given.text("supplier");
        var rows =
                stock.standing(actor).deliveries().stream()
                        .filter(one ->
                                wanted.map(one.delivery().supplier()::equalsIgnoreCase)
                                        .orElse(true))
                        .sorted(
                                Comparator.comparing(
                                                (DeliveryStanding one) -> one.delivery().supplier(),
                                                String.CASE_INSENSITIVE_ORDER)
                                        .thenComparing(one -> one.delivery().id()))
                        .toList();
        var sheet = new Sheet(rows, given, head);
        return new Listing.Found("", sheet.table(), sheet::paper);
    }

    private record Sheet(List<DeliveryStanding> rows, Given given, Letterhead head) {

        Table table() {
            return new Table(
                    head.about(KIND, given),
                    Stream.of(
                                    "supplier",
                                    "batch",
                                    "delivery",
                                    "blank",
                                    "pieces",
                                    "bad",
                                    "per_mille",
                                    "reasons",
                                    "received_at")
                            .map(head::column)
                            .toList(),
                    List.of(
                            figure("deliveries", rows.size()),
                            figure("received", received()),
                            figure("bad", bad()),
                            figure("per-mille", perMille(bad(), received()))),
                    rows.stream().map(this::cells).toList());
        }

        private List<Cell> cells(DeliveryStanding one) {
            var from = one.delivery();
            return List.of(
                    Cell.words(from.supplier()),
                    Cell.words(from.batch()),
                    new Cell.Whole(from.id()),
                    Cell.words(from.blank().name()),
                    new Cell.Whole(from.pieces()),
                    new Cell.Whole(bad(one)),
                    new Cell.Whole(one.badPerMille()),
                    Cell.words(
                            one.bad().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(entry -> entry.getKey() + " " + entry.getValue())
                                    .collect(Collectors.joining(", "))),
                    new Cell.Moment(from.receivedAt()));
        }

        private static long bad(DeliveryStanding one) {
            return one.bad().values().stream().mapToLong(Integer::longValue).sum();
        }

        private long bad() {
            return rows.stream().mapToLong(Sheet::bad).sum();
        }

        private long received() {
            return rows.stream().mapToLong(one -> one.delivery().pieces()).sum();
        }

        private static long perMille(long part, long whole) {
            return whole == 0 ? 0 : 1000 * part / whole;
        }

        private Table.Figure figure(String name, long count) {
            return new Table.Figure(name, head.say("reports.stock." + name), new Cell.Whole(count));
        }

        Paper paper() {
            var words = new HashMap<String, String>();
            words.put(
                    "subject",
                    given.text("supplier")
                            .orElseGet(() -> head.say("reports.stock.all-suppliers")));
            words.put("empty", head.say("reports.stock.empty"));
            tile(words, 1, "deliveries", Long.toString(rows.size()));
            tile(words, 2, "received", head.texts().number(received()));
            tile(words, 3, "bad", head.texts().number(bad()));
            tile(words, 4, "per-mille", perMille(bad(), received()) + " ‰");
            words.put("numberLabel", head.say("reports.column.batch"));
            words.put("personLabel", head.say("reports.column.pieces"));
            words.put("nameLabel", head.say("reports.column.supplier"));
            words.put("chipLabel", head.say("reports.column.blank"));
            words.put("stateLabel", head.say("reports.column.per-mille"));
            words.put("keyVersionLabel", head.say("reports.column.bad"));
            words.put("changedLabel", head.say("reports.column.received"));
            words.put("totalLabel", head.say("reports.stock.total", received()));
            return head.paper(StockList.PAPER, KIND, words, rows.stream().map(this::row).toList());
        }

        private void tile(Map<String, String> words, int number, String name, String figure) {
            words.put("tile" + number + "Label", head.say("reports.stock." + name));
            words.put("tile" + number, figure);
        }

        private Map<String, String> row(DeliveryStanding one) {
            var from = one.delivery();
            var row = new HashMap<String, String>();
            row.put("number", from.batch().isEmpty() ? Long.toString(from.id()) : from.batch());
            row.put("person", head.texts().number(from.pieces()));
            row.put("name", from.supplier());
            row.put("chip", from.blank().name());
            row.put("state", one.badPerMille() + " ‰");
            row.put("keyVersion", head.texts().number(bad(one)));
            row.put("changed", head.time(from.receivedAt()));
            if (!one.bad().isEmpty()) {
                row.put("note", reasons(one));
            }
            return row;
        }

        private String reasons(DeliveryStanding one) {
            return one.bad().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(entry ->
                            entry.getValue()
                                    + " "
                                    + head.texts()
                                            .name(
                                                    "reports.stock-reason",
                                                    MoveReason.valueOf(entry.getKey())))
                    .collect(Collectors.joining(", "));
        }
    }
}
