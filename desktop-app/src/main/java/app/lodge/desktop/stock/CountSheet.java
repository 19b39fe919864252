package app.lodge.desktop.stock;

import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.stock.CountForm.Line;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A stock-take: beside each figure of the books the one that was counted, and the difference as it is
/// typed (CHAIN-52).
final class CountSheet {

    private final Kit kit;
    private final CountForm model;

    CountSheet(Kit kit, CountForm model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var form = new Form(kit, "stock-count", model.asking().problems());
        var grid = new GridPane(16, 8);
        grid.addRow(
                0,
                head("stock-count.what"),
                head("stock-count.booked"),
                head("stock-count.counted"),
                head("stock-count.difference"));
        int row = 1;
        for (var line : model.lines()) {
            addLine(grid, row++, line);
        }
        var body =
                new VBox(
                        16,
                        Kit.paragraph(kit.text("stock-count.note"), Look.SMALL, Look.MUTED),
                        grid,
                        form.choice(
                                "reason",
                                CountForm.reasons(),
                                model.reason(),
                                why -> Wording.of(kit.texts(), "stock-reason", why)),
                        form.otherProblems());
        var save = kit.primary("count-do", "stock-count.do", Feather.CHECK, model::save);
        save.disableProperty().bind(model.asking().busy());
        var place = model.place();
        return new Sheet(
                        kit,
                        kit.text("stock-count.title", place == null ? "" : place.name()),
                        640,
                        body,
                        model.asking().open())
                .primary(save);
    }

    private Label head(String key) {
        return Kit.line(kit.text(key), Look.SMALL, Look.MUTED);
    }

    private void addLine(GridPane grid, int row, Line line) {
        var what =
                Kit.paragraph(
                        StockViewModel.name(line.shelf().delivery())
                                + ", "
                                + Wording.of(kit.texts(), "stock-state", line.state()));
        GridPane.setHgrow(what, Priority.ALWAYS);
        var typed = new TextField();
        typed.setId("count-" + row);
        typed.setAccessibleText(what.getText());
        typed.setPrefColumnCount(5);
        typed.setMinWidth(70);
        typed.textProperty().bindBidirectional(line.typed());
        var off = Kit.badge("", Look.Tone.NEUTRAL);
        off.setId("count-off-" + row);
        line.typed().subscribe(_ -> show(off, line));
        var booked = Kit.line(kit.texts().number(line.booked()), Look.NUMERIC);
        grid.addRow(row, what, booked, typed, off);
    }

    private void show(Label off, Line line) {
        var difference = line.difference();
        off.getStyleClass().removeAll("tone-good", "tone-bad", "tone-neutral");
        if (difference.isEmpty()) {
            off.setText("?");
            off.getStyleClass().add("tone-bad");
            return;
        }
        int pieces = difference.getAsInt();
        off.setText(pieces > 0 ? "+" + pieces : Integer.toString(pieces));
        off.getStyleClass().add(pieces == 0 ? "tone-good" : "tone-bad");
    }
}
