package app.lodge.desktop.stock;

import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.DueRules.Row;
import app.lodge.core.stock.DueRules.Service;
import app.lodge.core.stock.Place;
import app.lodge.core.stock.Stage;
import app.lodge.core.stock.StockOrder;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets over orders: a new one, a stage, the makers' times, a box that came.
final class OrderSheets {

    private static final int FINISHES_ACROSS = 3;

    private final Kit kit;
    private final StockViewModel model;

    OrderSheets(Kit kit, StockViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet order() {
        var order = model.orderForm();
        var form = new Form(kit, "stock-order", order.asking().problems());
        var due = new DatePicker();
        due.valueProperty().bindBidirectional(order.dueOn());
        due.setPromptText(kit.text("stock-order.due-prompt"));
        var proposal = Kit.paragraph("", Look.MUTED);
        proposal.setId("order-proposal");
        order.proposal()
                .subscribe(day ->
                        proposal.setText(
                                day.map(on -> kit.text("stock-order.proposal", kit.day(on)))
                                        .orElseGet(() -> kit.text("stock-order.proposal-open"))));
        var body =
                new VBox(
                        14,
                        Form.row(
                                form.optionalChoice(
                                        "blank", order.blanks(), order.blank(), Blank::name),
                                form.text("supplier", order.supplier())),
                        Form.row(
                                form.text("pieces", order.pieces()),
                                form.text("price", order.price(), order.currency()),
                                form.choice(
                                        "service",
                                        List.of(Service.values()),
                                        order.service(),
                                        one -> Wording.of(kit.texts(), "stock-service", one))),
                        form.toggle("fourColour", order.fourColour()),
                        Kit.line(kit.text("stock-order.finishes"), Look.FIELD_LABEL),
                        finishes(order),
                        Form.row(form.labelled("dueOn", due)),
                        proposal,
                        form.otherProblems());
        var save = kit.primary("order-save", "stock-order.do", Feather.CHECK, order::save);
        save.disableProperty().bind(order.asking().busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("stock-order.title"), 720, body, order.asking().open())
                .primary(save);
    }

    private Node finishes(OrderForm order) {
        var grid = new GridPane(12, 8);
        for (int column = 0; column < FINISHES_ACROSS; column++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(100.0 / FINISHES_ACROSS);
            grid.getColumnConstraints().add(width);
        }
        int number = 0;
        for (var entry : order.finishes().entrySet()) {
            var box = new CheckBox(Wording.of(kit.texts(), "stock-finish", entry.getKey()));
            box.setId("finish-" + number);
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(entry.getValue());
            grid.add(box, number % FINISHES_ACROSS, number / FINISHES_ACROSS);
            number++;
        }
        return grid;
    }

    Sheet stage() {
        var stage = model.stage();
        var form = new Form(kit, "stock-stage-form", stage.asking().problems());
        var planned = new DatePicker();
        planned.valueProperty().bindBidirectional(stage.planned());
        var actual = new DatePicker();
        actual.valueProperty().bindBidirectional(stage.actual());
        var body =
                new VBox(
                        16,
                        form.choice(
                                "stage",
                                List.of(Stage.values()),
                                stage.stage(),
                                one -> Wording.of(kit.texts(), "stock-stage", one)),
                        Form.row(
                                form.labelled("planned", planned), form.labelled("actual", actual)),
                        form.otherProblems());
        var save = kit.primary("stage-save", "settings.save", Feather.CHECK, stage::save);
        save.disableProperty().bind(stage.asking().busy());
        form.focus("actual");
        return new Sheet(kit, kit.text("stock-stage-form.title"), 520, body, stage.asking().open())
                .primary(save);
    }

    Sheet rules() {
        var rules = model.rules();
        var form = new Form(kit, "stock-rules", rules.asking().problems());
        var grid = new GridPane(14, 8);
        int row = 0;
        for (var entry : rules.days().entrySet()) {
            line(grid, row++, words(entry.getKey()), entry.getValue());
        }
        var more = new GridPane(14, 8);
        row = 0;
        for (var entry : rules.extras().entrySet()) {
            line(
                    more,
                    row++,
                    Wording.of(kit.texts(), "stock-finish", entry.getKey()),
                    entry.getValue());
        }
        var holidays = new TextArea();
        holidays.textProperty().bindBidirectional(rules.holidays());
        holidays.setPrefRowCount(4);
        holidays.setPromptText("2026-12-24");
        var left =
                Kit.column(
                        10,
                        Kit.line(kit.text("stock-rules.rows"), Look.STRONG),
                        grid,
                        form.labelled("holidays", holidays));
        var right = Kit.column(10, Kit.line(kit.text("stock-rules.extras"), Look.STRONG), more);
        var body =
                new VBox(
                        14,
                        Kit.paragraph(kit.text("stock-rules.note"), Look.SMALL, Look.MUTED),
                        Form.row(left, right),
                        form.otherProblems());
        var save = kit.primary("rules-save", "settings.save", Feather.CHECK, rules::save);
        save.disableProperty().bind(rules.asking().busy());
        return new Sheet(kit, kit.text("stock-rules.title"), 820, body, rules.asking().open())
                .primary(save);
    }

    private String words(Row row) {
        return kit.text(
                row.fourColourPlain() ? "stock-rules.row-plain" : "stock-rules.row",
                Wording.of(kit.texts(), "stock-service", row.service()),
                row.above());
    }

    private static void line(
            GridPane grid, int row, String words, javafx.beans.property.StringProperty value) {
        var field = new TextField();
        field.setId("rule-" + Integer.toHexString(words.hashCode()));
        field.setAccessibleText(words);
        field.setPrefColumnCount(3);
        field.setMinWidth(56);
        field.setMaxWidth(70);
        field.textProperty().bindBidirectional(value);
        var label = Kit.paragraph(words);
        label.setPrefWidth(270);
        GridPane.setHgrow(label, Priority.ALWAYS);
        grid.addRow(row, label, field);
    }

    Sheet receive() {
        var coming = model.receive();
        var form = new Form(kit, "stock-receive", coming.asking().problems());
        var area = new TextArea();
        area.textProperty().bindBidirectional(coming.serials());
        area.setPrefRowCount(6);
        var numbered = coming.numbering().map(one -> one != Numbering.NONE);
        var file =
                kit.button(
                        "receive-file",
                        "stock-receive.read-file",
                        Feather.UPLOAD,
                        coming::readFile);
        var list = Kit.column(8, form.labelled("serials", area), Kit.row(0, file));
        var body =
                new VBox(
                        14,
                        form.optionalChoice(
                                "order",
                                coming.orders(),
                                coming.order(),
                                (StockOrder one) ->
                                        one.id()
                                                + " · "
                                                + one.blank().name()
                                                + " · "
                                                + one.supplier()),
                        Form.row(
                                form.optionalChoice(
                                        "blank", coming.blanks(), coming.blank(), Blank::name),
                                form.optionalChoice(
                                        "place", coming.places(), coming.place(), Place::name)),
                        Form.row(
                                form.text("supplier", coming.supplier()),
                                form.text("batch", coming.batch())),
                        Form.row(
                                form.choice(
                                        "numbering",
                                        List.of(Numbering.values()),
                                        coming.numbering(),
                                        one -> Wording.of(kit.texts(), "stock-numbering", one)),
                                Kit.showWhen(
                                        coming.numbering().map(one -> one == Numbering.NONE),
                                        form.text("pieces", coming.pieces()))),
                        Kit.showWhen(numbered, list),
                        form.otherProblems());
        var save = kit.primary("receive-do", "stock-receive.do", Feather.CHECK, coming::save);
        save.disableProperty().bind(coming.asking().busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("stock-receive.title"), 620, body, coming.asking().open())
                .primary(save);
    }
}
