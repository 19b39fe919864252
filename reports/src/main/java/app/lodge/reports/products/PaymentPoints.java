package app.lodge.reports.products;

import app.lodge.core.books.Actor;
import app.lodge.core.money.Money;
import app.lodge.core.products.Prices;
import app.lodge.core.sales.Sales;
import app.lodge.core.sales.Sales.PointRow;
import app.lodge.reports.export.Cell;
import app.lodge.reports.export.Table;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Users, payments and turnover of each payment point (ID-51). Fewer users than the site's smallest group are not counted
/// (ID-56).
public final class PaymentPoints {

    private static final String KIND = "payment-points";

    private final Sales sales;
    private final Prices prices;

    public PaymentPoints(Sales sales, Prices prices) {
        this.sales = sales;
        this.prices = prices;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        return switch (Asked.of(actor, prices, sales, given, head)) {
            case Asked.Wrong(var problem) -> new Listing.Missing(problem);
            case Asked.Of asked -> {
                var sheet = new Sheet(asked, sales.points(actor, asked.frame()), given, head);
                yield new Listing.Found(
                        Asked.fileSubject(given.text("device")), sheet.table(), sheet::paper);
            }
        };
    }

    private record Sheet(Asked.Of asked, List<PointRow> rows, Given given, Letterhead head) {

        Table table() {
            return new Table(
                    head.about(KIND, given),
                    Stream.of(
                                    "point",
                                    "point-type",
                                    "begins",
                                    "users",
                                    "payments",
                                    "turnover",
                                    "currency")
                            .map(head::column)
                            .toList(),
                    List.of(
                            new Table.Figure(
                                    "payments",
                                    head.say("reports.sales.payments"),
                                    new Cell.Whole(payments())),
                            new Table.Figure(
                                    "turnover",
                                    head.say("reports.sales.turnover"),
                                    new Cell.Amount(turnover()))),
                    rows.stream().map(this::cells).toList());
        }

        private long payments() {
            return rows.stream().mapToLong(PointRow::payments).sum();
        }

        private Money turnover() {
            return rows.stream()
                    .map(PointRow::turnover)
                    .reduce(Money.zero(head.site().currency()), Money::plus);
        }

        Paper paper() {
            var words = new HashMap<String, String>();
            words.put("subject", asked.subject());
            words.put("empty", head.say("reports.sales.empty"));
            words.put("tile1Label", head.say("reports.sales.payments"));
            words.put("tile1", head.texts().number(payments()));
            words.put("tile2Label", head.say("reports.sales.turnover"));
            words.put("tile2", head.money(turnover()));
            words.put("tile3Label", head.say("reports.sales.points"));
            words.put(
                    "tile3",
                    head.texts().number(rows.stream().map(PointRow::point).distinct().count()));
            words.put("tile4Label", head.say("reports.sales.few"));
            words.put("tile4", head.texts().number(few()));
            words.put("numberLabel", head.say("reports.column.users"));
            words.put("nameLabel", head.say("reports.column.point"));
            words.put("chipLabel", head.say("reports.column.begins"));
            words.put("uidLabel", "");
            words.put("stateLabel", head.say("reports.column.turnover"));
            words.put("keyVersionLabel", head.say("reports.column.payments"));
            words.put("changedLabel", "");
            words.put("totalLabel", head.say("reports.sales.total", head.money(turnover())));
            return head.paper(
                    ProductsSold.PAPER, KIND, words, rows.stream().map(this::row).toList());
        }

        private long few() {
            return rows.stream().filter(row -> row.users() == null).count();
        }

        private Map<String, String> row(PointRow row) {
            var users = row.users();
            var cells = new HashMap<String, String>();
            cells.put(
                    "number",
                    users == null
                            ? "< " + head.site().smallestShown()
                            : head.texts().number(users));
            cells.put("name", head.say("reports.sales.typed", row.label(), typeOf(row)));
            cells.put("chip", asked.begins(head, row.begins()));
            cells.put("uid", "");
            cells.put("state", head.money(row.turnover()));
            cells.put("keyVersion", head.texts().number(row.payments()));
            cells.put("changed", "");
            return cells;
        }

        private String typeOf(PointRow row) {
            return row.type().called(head.texts());
        }

        private List<Cell> cells(PointRow row) {
            return List.of(
                    Cell.words(row.label()),
                    Cell.words(typeOf(row)),
                    new Cell.Words(row.begins().toString()),
                    Cell.whole(row.users()),
                    new Cell.Whole(row.payments()),
                    new Cell.Amount(row.turnover()),
                    new Cell.Words(row.turnover().currency().getCurrencyCode()));
        }
    }
}
