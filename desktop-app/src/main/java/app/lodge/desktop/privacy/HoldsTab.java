package app.lodge.desktop.privacy;

import app.lodge.core.privacy.HoldGround;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.desktop.privacy.DataProtectionViewModel.HoldLine;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import java.util.List;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Whom a legal hold keeps, lifted and set here (ID-57).
final class HoldsTab {

    private static final int SHORT_TABLE_HEIGHT = 190;

    private final Kit kit;
    private final DataProtectionViewModel model;
    private final PrivacyWords words;
    private final ProtectionTables tables;

    HoldsTab(Kit kit, DataProtectionViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new PrivacyWords(kit.texts());
        this.tables = new ProtectionTables(kit);
    }

    VBox node() {
        var table =
                Tables.table(
                        "holds-table",
                        kit.text("privacy.tab-holds"),
                        model.holds(),
                        kit.empty(Feather.UNLOCK, "privacy.no-holds", "privacy.holds-advice"));
        tables.person(table, line -> line.hold().person(), HoldLine::name);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.ground"),
                                190,
                                line -> words.of(line.hold())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.until"),
                                110,
                                line -> kit.texts().date(line.hold().until())));
        table.getColumns()
                .add(Tables.text(kit.text("privacy.column.by"), 110, line -> line.hold().setBy()));
        var lift =
                kit.button(
                        "hold-lift",
                        "privacy.release",
                        Feather.UNLOCK,
                        () -> {
                            var line = table.getSelectionModel().getSelectedItem();
                            if (line != null) {
                                model.lift(line.hold());
                            }
                        });
        lift.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull().or(model.busy()));
        var open =
                kit.button(
                        "hold-open",
                        "privacy.open-person",
                        Feather.SHIELD,
                        () -> {
                            var line = table.getSelectionModel().getSelectedItem();
                            if (line != null) {
                                model.open(line.hold().person());
                            }
                        });
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        ProtectionTables.height(table, SHORT_TABLE_HEIGHT);
        return Kit.column(10, Kit.row(10, Kit.spacer(), open, lift), table, setting());
    }

    /// A hold for whoever has the number.
    private VBox setting() {
        var holding = model.holding();
        var form = new Form(kit, "new-hold", model.problems());
        var set = kit.button("new-hold-set", "privacy.hold-set", Feather.LOCK, model::setHold);
        set.disableProperty().bind(model.busy());
        var ground = form.choice("ground", List.of(HoldGround.values()), holding.ground, words::of);
        var day = new DatePicker();
        day.valueProperty().bindBidirectional(holding.until);
        return Kit.column(
                8,
                Form.row(
                        form.text("person", model.holdFor()),
                        ground,
                        form.labelled("hold-until", day),
                        form.text("reference", holding.reference)),
                Kit.row(10, form.otherProblems(), Kit.spacer(), set));
    }
}
