package app.lodge.desktop.privacy;

import app.lodge.desktop.privacy.DataProtectionViewModel.DueLine;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who is due for erasure by a day.
final class DueTab {

    private final Kit kit;
    private final DataProtectionViewModel model;
    private final ProtectionTables tables;

    DueTab(Kit kit, DataProtectionViewModel model) {
        this.kit = kit;
        this.model = model;
        this.tables = new ProtectionTables(kit);
    }

    VBox node() {
        var by = new DatePicker();
        by.setId("due-by");
        by.valueProperty().bindBidirectional(model.by());
        var label = new Label(kit.text("privacy.due-by"));
        label.setMnemonicParsing(true);
        label.setLabelFor(by);
        by.setAccessibleText(kit.text("privacy.due-by").replace("_", ""));
        var table =
                Tables.paged(
                        "due-table",
                        kit.text("privacy.tab-due"),
                        model.due(),
                        kit.empty(Feather.CHECK_CIRCLE, "privacy.none-due", "privacy.due-advice"));
        tables.person(table, line -> line.due().person(), DueLine::name);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.last"),
                                120,
                                line -> kit.texts().date(line.due().last())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.due"),
                                120,
                                line -> kit.texts().date(line.due().due())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.held"),
                                120,
                                line -> line.due().held() ? kit.text("privacy.held-yes") : ""));
        var open =
                kit.button(
                        "due-open",
                        "privacy.open-person",
                        Feather.SHIELD,
                        () -> {
                            var line = table.getSelectionModel().getSelectedItem();
                            if (line != null) {
                                model.open(line.due().person());
                            }
                        });
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        return Kit.column(
                10, Kit.row(10, label, by, Kit.spacer(), open), ProtectionTables.sized(table));
    }
}
