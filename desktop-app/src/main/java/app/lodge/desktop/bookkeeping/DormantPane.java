package app.lodge.desktop.bookkeeping;

import app.lodge.core.accounts.Postings.Dormant;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Accounts that sleep, and the way to each of them.
final class DormantPane {

    private final Kit kit;
    private final DormantViewModel model;

    DormantPane(Kit kit, DormantViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        return Kit.column(12, Kit.paragraph(kit.text("dormant.advice"), Look.MUTED), table);
    }

    private TableView<Dormant> table() {
        var table =
                Tables.table(
                        "dormant-table",
                        kit.text("dormant.tab"),
                        model.rows(),
                        kit.empty(Feather.MOON, "dormant.none", "dormant.none-advice"));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("dormant.column.account"),
                                110,
                                row -> String.valueOf(row.account().number())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("dormant.column.person"),
                                140,
                                row -> row.person() == 0 ? "" : "%07d".formatted(row.person())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.balance"),
                                120,
                                row -> kit.texts().money(row.balance())));
        table.getColumns()
                .add(
                        Tables.time(
                                kit.text("dormant.column.last"),
                                row -> kit.time(row.lastMovement())));
        table.getColumns().add(Tables.node("", 200, this::open));
        Tables.openedBy(table, model::open);
        return table;
    }

    private Node open(Dormant row) {
        var button =
                kit.button(
                        "dormant-open-" + row.account().number(),
                        "dormant.open",
                        Feather.CHEVRON_RIGHT,
                        () -> model.open(row));
        button.getStyleClass().addAll("small", "flat");
        return button;
    }
}
