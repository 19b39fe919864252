package app.lodge.reports.products;

import app.lodge.core.books.Actor;
import app.lodge.core.money.Money;
import app.lodge.core.products.Prices;
import app.lodge.core.sales.Sales;
import app.lodge.core.sales.Sales.SoldRow;
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

/// Which products were sold in which volume, for how much, with which tax (ID-52).
public final class ProductsSold {

    private static final String KIND = "products-sold";

    /// Tiles and seven columns: the paper of the list of cards.
    static final String PAPER = "app/lodge/reports/media/cards";

    private final Sales sales;
    private final Prices prices;

    public ProductsSold(Sales sales, Prices prices) {
        this.sales = sales;
        this.prices = prices;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        return switch (Asked.of(actor, prices, sales, given, head)) {
            case Asked.Wrong(var problem) -> new Listing.Missing(problem);
            case Asked.Of asked -> {
                var sheet = new Sheet(asked, sales.sold(actor, asked.frame()), given, head);
                yield new Listing.Found(
                        Asked.fileSubject(given.text("device")), sheet.table(), sheet::paper);
            }
        };
    }

    private record Sheet(Asked.Of asked, List<SoldRow> rows, Given given, Letterhead head) {

        Table table() {
            return new Table(
                    head.about(KIND, given),
                    Stream.of(
                                    "point",
                                    "begins",
                                    "product",
                                    "name",
                                    "category",
                                    "quantity",
                                    "turnover",
                                    "tax",
                                    "currency",
                                    "remarked")
                            .map(head::column)
                            .toList(),
                    List.of(
                            figure("quantity", new Cell.Whole(quantity())),
                            figure("turnover", new Cell.Amount(turnover())),
                            figure("tax", new Cell.Amount(tax()))),
                    rows.stream().map(this::cells).toList());
        }

        private List<Cell> cells(SoldRow row) {
            return List.of(
                    Cell.words(row.label()),
                    new Cell.Words(row.begins().toString()),
                    new Cell.Whole(row.product()),
                    Cell.words(row.name()),
                    Cell.words(row.category()),
                    new Cell.Whole(row.quantity()),
                    new Cell.Amount(row.turnover()),
                    new Cell.Amount(row.tax()),
                    new Cell.Words(row.turnover().currency().getCurrencyCode()),
                    new Cell.Whole(row.remarked()));
        }

        private Table.Figure figure(String name, Cell value) {
            return new Table.Figure(name, head.say("reports.sales." + name), value);
        }

        private long quantity() {
            return rows.stream()
                    .filter(row -> row.product() != 0)
                    .mapToLong(SoldRow::quantity)
                    .sum();
        }

        private Money turnover() {
            return rows.stream()
                    .map(SoldRow::turnover)
                    .reduce(Money.zero(head.site().currency()), Money::plus);
        }

        private Money tax() {
            return rows.stream()
                    .map(SoldRow::tax)
                    .reduce(Money.zero(head.site().currency()), Money::plus);
        }

        Paper paper() {
            var words = new HashMap<String, String>();
            words.put("subject", asked.subject());
            words.put("empty", head.say("reports.sales.empty"));
            words.put("tile1Label", head.say("reports.sales.quantity"));
            words.put("tile1", head.texts().number(quantity()));
            words.put("tile2Label", head.say("reports.sales.turnover"));
            words.put("tile2", head.money(turnover()));
            words.put("tile3Label", head.say("reports.sales.tax"));
            words.put("tile3", head.money(tax()));
            words.put("tile4Label", head.say("reports.sales.remarked"));
            words.put(
                    "tile4", head.texts().number(rows.stream().mapToLong(SoldRow::remarked).sum()));
            words.put("numberLabel", head.say("reports.column.product"));
            words.put("nameLabel", head.say("reports.column.name"));
            words.put("chipLabel", head.say("reports.column.point"));
            words.put("uidLabel", head.say("reports.column.begins"));
            words.put("stateLabel", head.say("reports.column.turnover"));
            words.put("keyVersionLabel", head.say("reports.column.quantity"));
            words.put("changedLabel", head.say("reports.column.tax"));
            words.put("totalLabel", head.say("reports.sales.total", head.money(turnover())));
            return head.paper(PAPER, KIND, words, rows.stream().map(this::row).toList());
        }

        private Map<String, String> row(SoldRow row) {
            var cells = new HashMap<String, String>();
            cells.put("number", row.product() == 0 ? "" : Integer.toString(row.product()));
            cells.put("name", name(row));
            cells.put("chip", row.label());
            cells.put("uid", asked.begins(head, row.begins()));
            cells.put("state", head.money(row.turnover()));
            cells.put("keyVersion", head.texts().number(row.quantity()));
            cells.put("changed", head.money(row.tax()));
            return cells;
        }

        private String name(SoldRow row) {
            if (row.product() == 0) {
                return head.say("reports.sales.without-lines");
            }
            return row.name().isEmpty() ? head.say("reports.sales.unknown") : row.name();
        }
    }
}
