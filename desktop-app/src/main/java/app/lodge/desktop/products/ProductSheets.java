package app.lodge.desktop.products;

import app.lodge.core.groups.Groups.Group;
import app.lodge.core.products.PriceList;
import app.lodge.core.products.Prices.Point;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.HoursField;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over the products: a product, a price, a price list.
final class ProductSheets {

    private final Kit kit;
    private final ProductsViewModel model;

    ProductSheets(Kit kit, ProductsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet product() {
        var product = model.form();
        var form = new Form(kit, "product-form", product.problems());
        var body = new VBox(16);
        if (product.isNew()) {
            body.getChildren()
                    .add(
                            Form.row(
                                    form.text("number", product.number()),
                                    form.text("category", product.category())));
        } else {
            body.getChildren().add(form.text("category", product.category()));
        }
        body.getChildren()
                .addAll(
                        form.text("name", product.name()),
                        form.text("names", product.names(), "de=Kaffee; fr=Café"),
                        form.choice(
                                "tax",
                                codes(),
                                product.tax(),
                                code ->
                                        code.isEmpty()
                                                ? kit.text("product-form.tax-of-point")
                                                : code),
                        form.toggle("active", product.active()),
                        form.otherProblems());
        var save = kit.primary("product-save", "settings.save", Feather.CHECK, product::save);
        save.disableProperty().bind(product.busy());
        form.focus("name");
        var title =
                product.isNew()
                        ? kit.text("product-form.title-new")
                        : kit.text("product-form.title", product.number().get());
        return new Sheet(kit, title, 520, body, product.open()).primary(save);
    }

    private List<String> codes() {
        var codes = new ArrayList<String>();
        codes.add("");
        codes.addAll(model.taxCodes());
        return codes;
    }

    Sheet price() {
        var price = model.price();
        var form = new Form(kit, "price-form", price.problems());
        var amount = form.text("price", price.price(), price.currency());
        amount.disableProperty().bind(price.notSold());
        var from = new DatePicker();
        from.valueProperty().bindBidirectional(price.from());
        var standing = model.lists().stream().filter(list -> list.endsAt() == null).toList();
        var body =
                new VBox(
                        16,
                        form.optionalChoice("list", standing, price.list(), PriceList::name),
                        Form.row(amount, form.labelled("from", from)),
                        form.toggle("notSold", price.notSold()),
                        Kit.paragraph(kit.text("price-form.advice"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("price-save", "settings.save", Feather.CHECK, price::save);
        save.disableProperty().bind(price.busy());
        form.focus("price");
        return new Sheet(
                        kit, kit.text("price-form.title", price.product()), 520, body, price.open())
                .primary(save);
    }

    Sheet list() {
        var list = model.list();
        var form = new Form(kit, "price-list-form", list.problems());
        var group = new ComboBox<>(WhyPane.groups(model));
        group.setConverter(WhyPane.words(Group::name, kit.text("prices.everybody")));
        group.valueProperty().bindBidirectional(list.group());
        var changes = !list.instead().isEmpty();
        var body = new VBox(16);
        if (changes) {
            var day = new DatePicker();
            day.valueProperty().bindBidirectional(list.from());
            body.getChildren()
                    .add(Form.row(form.text("name", list.name()), form.labelled("day", day)));
        } else {
            body.getChildren().add(form.text("name", list.name()));
        }
        body.getChildren()
                .addAll(
                        form.labelled("points", points()),
                        form.labelled("group", group),
                        HoursField.in(kit, form, "hours", "price-list-form-hours", list.hours()),
                        form.choice(
                                "tax",
                                codes(),
                                list.tax(),
                                code ->
                                        code.isEmpty()
                                                ? kit.text("price-list-form.tax-of-product")
                                                : code),
                        Kit.paragraph(
                                kit.text(
                                        changes
                                                ? "price-list-form.change-advice"
                                                : "price-list-form.advice"),
                                Look.SMALL,
                                Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("price-list-save", "settings.save", Feather.CHECK, list::save);
        save.disableProperty().bind(list.busy());
        form.focusFirst();
        var title =
                changes
                        ? kit.text("price-list-form.title-change", list.instead())
                        : kit.text("price-list-form.title");
        return new Sheet(kit, title, HoursField.SHEET_WIDTH, body, list.open()).primary(save);
    }

    private ListView<Point> points() {
        var points = new ListView<>(model.points());
        points.setPrefHeight(112);
        points.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        points.setCellFactory(_ ->
                new ListCell<>() {
                    @Override
                    protected void updateItem(Point item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? null : item.label());
                    }
                });
        // Before anybody listens: each that is chosen would tell the others that they are not.
        List.copyOf(model.list().points()).forEach(points.getSelectionModel()::select);
        points.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<Point>)
                                change ->
                                        model.list()
                                                .points()
                                                .setAll(
                                                        change.getList().stream()
                                                                .filter(one -> one != null)
                                                                .toList()));
        return points;
    }
}
