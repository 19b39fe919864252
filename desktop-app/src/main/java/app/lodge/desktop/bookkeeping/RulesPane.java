package app.lodge.desktop.bookkeeping;

import app.lodge.core.accounts.BlockReason;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Tariff and taxes at the left, second persons, transfers and cash desks at the right.
final class RulesPane {

    private final Kit kit;
    private final MoneyRulesViewModel model;
    private final Form form;

    RulesPane(Kit kit, MoneyRulesViewModel model) {
        this.kit = kit;
        this.model = model;
        this.form = new Form(kit, "rules", model.problems());
    }

    Node node() {
        var columns = new HBox(28, left(), right());
        columns.getChildren().forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        columns.getChildren().forEach(column -> ((VBox) column).setPrefWidth(400));
        columns.setPadding(new Insets(0, 16, 8, 0));
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var save = kit.primary("rules-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        return Kit.column(12, scroll, Kit.row(12, form.otherProblems(), Kit.spacer(), save));
    }

    private VBox left() {
        var replacements = new ArrayList<Region>();
        for (var why : BlockReason.choices()) {
            replacements.add(replacement(why));
        }
        var rows = new VBox(10);
        for (var i = 0; i < replacements.size(); i += 2) {
            rows.getChildren()
                    .add(
                            i + 1 < replacements.size()
                                    ? Form.row(replacements.get(i), replacements.get(i + 1))
                                    : Form.row(replacements.get(i), new VBox()));
        }
        var taxes = new TextArea();
        taxes.setPrefRowCount(4);
        taxes.textProperty().bindBidirectional(model.field("taxCodes"));
        return Kit.column(
                14,
                heading("rules.tariff"),
                Form.row(field("tariff.issue"), field("tariff.deposit")),
                Kit.line(kit.text("rules.replacement"), Look.FIELD_LABEL),
                rows,
                form.toggle("tariff.cashTaken", model.cashTaken()),
                Form.row(field("tariff.taxCode"), field("dormantMonths")),
                heading("rules.taxes"),
                form.labelled("taxCodes", taxes),
                Kit.paragraph(kit.text("rules.taxes-advice"), Look.SMALL, Look.MUTED));
    }

    private VBox right() {
        return Kit.column(
                14,
                heading("rules.approvals"),
                Kit.paragraph(
                        kit.text("rules.approvals-advice", model.currency()),
                        Look.SMALL,
                        Look.MUTED),
                Form.row(
                        field(MoneyRulesViewModel.level("payOut")),
                        field(MoneyRulesViewModel.level("transfer"))),
                Form.row(
                        field(MoneyRulesViewModel.level("correction")),
                        field(MoneyRulesViewModel.level("refund"))),
                Form.row(field("minutes"), new VBox()),
                heading("rules.transfers"),
                Form.row(field("transfers.most"), field("transfers.mostPerDay")),
                form.toggle("fromOverdraft", model.fromOverdraft()),
                heading("rules.cash-desks"),
                form.toggle("shiftRequired", model.shiftRequired()));
    }

    private Node heading(String key) {
        return Kit.line(kit.text(key), Look.PANEL_TITLE);
    }

    private VBox field(String name) {
        return form.text(name, model.field(name));
    }

    private VBox replacement(BlockReason why) {
        var name = MoneyRulesViewModel.replacement(why);
        var control = new TextField();
        control.textProperty().bindBidirectional(model.field(name));
        return form.labelledAs(name, Wording.of(kit.texts(), "block-reason", why), control);
    }
}
