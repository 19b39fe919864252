package app.lodge.desktop.products;

import app.lodge.core.products.Product;
import app.lodge.desktop.products.ProductsViewModel.Row;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Products with their prices of the moment asked for at the left; why the chosen one costs that at the
/// right.
public final class ProductsPane {

    private final Kit kit;
    private final ProductsViewModel model;
    private final TableView<Row> table;

    public ProductsPane(Kit kit, ProductsViewModel model) {
        this.kit = kit;
        this.model = model;
        table = products();
        var sheets = new ProductSheets(kit, model);
        kit.sheets().showWhile(model.form().open(), sheets::product);
        kit.sheets().showWhile(model.price().open(), sheets::price);
        var lists = new PriceListsView(kit, model.priceLists());
        kit.sheets().showWhile(model.priceLists().open(), lists::sheet);
        kit.sheets().showWhile(model.list().open(), sheets::list);
        kit.sheets().showWhile(model.priceLists().end().open(), lists::end);
        kit.sheets()
                .showWhile(
                        model.history().open(), new PriceHistoryView(kit, model.history())::sheet);
    }

    public Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var left = Kit.column(10, head(), table);
        left.setMinWidth(440);
        HBox.setHgrow(left, Priority.ALWAYS);
        return new HBox(20, left, new WhyPane(kit, model).node());
    }

    /// The keyboard goes to the list.
    public void focus() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private Node head() {
        var row = Kit.row(8);
        if (model.mayChange()) {
            row.getChildren()
                    .add(kit.primary("product-add", "prices.add-product", Feather.PLUS, this::add));
        }
        row.getChildren()
                .add(
                        kit.button(
                                "price-lists-open",
                                "prices.lists-open",
                                Feather.LIST,
                                model.priceLists()::begin));
        row.getChildren().add(Kit.spacer());
        if (model.mayChange()) {
            row.getChildren()
                    .add(
                            kit.iconButton(
                                    "products-load",
                                    "prices.load",
                                    Feather.UPLOAD,
                                    model.file()::load));
        }
        row.getChildren()
                .add(
                        kit.iconButton(
                                "products-keep",
                                "prices.keep",
                                Feather.DOWNLOAD,
                                model.file()::keep));
        return row;
    }

    private void add() {
        var highest =
                model.rows().stream().mapToInt(one -> one.product().number()).max().orElse(100);
        model.form().beginNew(Math.min(highest + 1, Product.HIGHEST));
    }

    private TableView<Row> products() {
        var all =
                Tables.table(
                        "products-table",
                        kit.text("prices.title"),
                        model.rows(),
                        kit.empty(Feather.SHOPPING_CART, "prices.none", "prices.none-advice"));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("prices.column.number"),
                                64,
                                row -> String.valueOf(row.product().number())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("prices.column.name"),
                                170,
                                row -> row.product().name(kit.texts().locale().getLanguage())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("prices.column.category"),
                                110,
                                row -> row.product().category()));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("prices.column.tax"), 84, row -> row.product().taxCode()));
        all.getColumns().add(Tables.number(kit.text("prices.column.price"), 92, this::price));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.choose(row);
                    }
                });
        model.rows()
                .addListener(
                        (ListChangeListener<Row>)
                                _ -> model.chosenRow().ifPresent(all.getSelectionModel()::select));
        if (model.mayChange()) {
            Tables.openedBy(all, row -> model.form().begin(row.product()));
        }
        return all;
    }

    private String price(Row row) {
        if (!row.product().active()) {
            return kit.text("prices.off");
        }
        var offer = row.offer();
        return offer == null ? "–" : kit.texts().money(model.money(offer.minor()));
    }
}
