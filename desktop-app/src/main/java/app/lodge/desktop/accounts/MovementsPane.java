package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Movement;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// An account's movements: why they are looked at, which of them, each with the balance after it; Enter
/// opens one (ID-21).
final class MovementsPane {

    private final Kit kit;
    private final AccountsViewModel model;

    MovementsPane(Kit kit, AccountsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node head() {
        var lines = model.movements();
        var form = new Form(kit, "accounts", FXCollections.observableArrayList());
        var purpose =
                form.choice(
                        "purpose",
                        lines.purposes(),
                        lines.purpose(),
                        one -> Wording.of(kit.texts(), "look-purpose", one));
        HBox.setHgrow(purpose, Priority.ALWAYS);
        var filter = new ToggleButton(kit.text("accounts.filter-action"));
        filter.setId("movements-filter");
        filter.setMnemonicParsing(true);
        filter.setMinWidth(Region.USE_PREF_SIZE);
        filter.selectedProperty().bindBidirectional(lines.filtering());
        var export =
                kit.button(
                        "movements-export",
                        "accounts.export-action",
                        Feather.DOWNLOAD,
                        lines::export);
        export.disableProperty().bind(lines.busy());
        var row = Kit.row(10, purpose, filter, export);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    Node filters() {
        var filter = model.movements().filter();
        return Kit.column(
                8,
                Kit.showWhen(model.movements().filtering(), new FilterBar(kit, filter).node()),
                new FilterChips(kit, filter).node());
    }

    TableView<Movement> table() {
        var table =
                Tables.paged(
                        "account-movements",
                        kit.text("accounts.movements"),
                        model.movements().paged(),
                        kit.empty(
                                Feather.INBOX,
                                "accounts.no-movements",
                                "accounts.no-movements-advice"));
        table.getColumns()
                .add(
                        Tables.time(
                                kit.text("accounts.column.when"),
                                movement -> kit.time(movement.occurredAt())));
        table.getColumns().add(Tables.text(kit.text("accounts.column.kind"), 110, this::kind));
        table.getColumns().add(Tables.text(kit.text("accounts.column.place"), 130, this::place));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.amount"),
                                92,
                                movement -> signed(movement)));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("accounts.column.balance"),
                                92,
                                movement -> kit.texts().money(movement.balanceAfter())));
        table.getColumns().add(Tables.node("", 52, this::openButton));
        Tables.filtered(table, model.movements().filter());
        Tables.openedBy(table, _ -> openSelected(table));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected(table);
            }
        });
        return table;
    }

    private void openSelected(TableView<Movement> table) {
        var chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.posting().show(chosen.posting());
        }
    }

    private String kind(Movement movement) {
        var kind = Wording.of(kit.texts(), "posting-kind", movement.kind());
        return movement.late() ? kit.text("accounts.late", kind) : kind;
    }

    private String place(Movement movement) {
        return movement.operator().isEmpty()
                ? movement.place()
                : kit.text("accounts.place-by", movement.place(), movement.operator());
    }

    private String signed(Movement movement) {
        var amount = kit.texts().money(movement.amount());
        return movement.amount().positive() ? "+" + amount : amount;
    }

    private Node openButton(Movement movement) {
        var button =
                kit.iconButton(
                        "posting-" + movement.posting(),
                        "posting.open",
                        Feather.CHEVRON_RIGHT,
                        () -> model.posting().show(movement.posting()));
        button.getStyleClass().add("small");
        return button;
    }
}
