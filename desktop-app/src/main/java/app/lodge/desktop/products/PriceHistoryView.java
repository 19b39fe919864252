package app.lodge.desktop.products;

import app.lodge.core.products.PastPrice;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/// The sheet with everything that a product ever cost.
final class PriceHistoryView {

    private static final double WIDTH = 940;

    private final Kit kit;
    private final PriceHistoryViewModel model;

    PriceHistoryView(Kit kit, PriceHistoryViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        return new Sheet(
                        kit,
                        kit.text("prices.history-title", model.product()),
                        WIDTH,
                        Kit.column(12, table()),
                        model.open())
                .informing()
                .primary(
                        kit.primary(
                                "price-history-close",
                                "action.close",
                                null,
                                () -> model.open().set(false)));
    }

    private TableView<PastPrice> table() {
        var table =
                Tables.table(
                        "price-history",
                        kit.text("prices.history-title", model.product()),
                        model.prices(),
                        kit.empty(Feather.CLOCK, "prices.no-lines", "prices.no-lines-advice"));
        table.setPrefHeight(320);
        var columns = table.getColumns();
        columns.add(Tables.text(kit.text("prices.column.list"), 150, model::list));
        columns.add(Tables.number(kit.text("prices.column.price"), 96, this::price));
        columns.add(
                Tables.time(kit.text("prices.column.from"), past -> kit.time(past.price().from())));
        columns.add(Tables.time(kit.text("prices.column.until"), this::until));
        var by = Tables.<PastPrice>node(kit.text("prices.column.put-by"), 190, this::by);
        by.setMinWidth(176);
        columns.add(by);
        return table;
    }

    private String price(PastPrice past) {
        var minor = past.price().minor();
        return minor == null ? kit.text("prices.off") : kit.texts().money(model.money(minor));
    }

    private String until(PastPrice past) {
        if (past.neverHeld()) {
            return kit.text("prices.never-held");
        }
        var until = past.until();
        return until == null ? "–" : kit.time(until);
    }

    private Node by(PastPrice past) {
        return PriceListsView.said(kit, past.by(), past.price().putAt());
    }
}
