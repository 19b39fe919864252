package app.lodge.desktop.cashdesk;

import app.lodge.core.cashdesk.Denomination;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Where notes and coins are counted, by keyboard alone.
public final class CountGrid {

    private final Kit kit;
    private final CountLines count;

    private CountGrid(Kit kit, CountLines count) {
        this.kit = kit;
        this.count = count;
    }

    /// Two columns of denominations; Enter and the arrows go from one to the next.
    public static Node of(Kit kit, CountLines count) {
        return new CountGrid(kit, count).node();
    }

    private Node node() {
        var grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(5);
        for (var side = 0; side < 2; side++) {
            grid.getColumnConstraints()
                    .addAll(column(86, HPos.RIGHT), column(78, HPos.LEFT), column(108, HPos.RIGHT));
        }
        var lines = count.lines();
        var half = (lines.size() + 1) / 2;
        List<TextField> fields = new ArrayList<>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var at = i < half ? 0 : 3;
            var field = field(line);
            fields.add(field);
            var value = new Label();
            value.getStyleClass().add(Look.MUTED);
            value.textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> kit.texts().money(count.value(line)), line.pieces()));
            var name = Kit.line(worth(line.denomination()));
            name.setLabelFor(field);
            grid.add(name, at, i % half);
            grid.add(field, at + 1, i % half);
            grid.add(value, at + 2, i % half);
        }
        for (var i = 0; i < fields.size(); i++) {
            walk(fields, i);
        }
        grid.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        fields.getFirst().requestFocus();
                    }
                });
        return grid;
    }

    private static ColumnConstraints column(double width, HPos alignment) {
        var column = new ColumnConstraints(width);
        column.setHalignment(alignment);
        return column;
    }

    private TextField field(CountLines.Line line) {
        var field = new TextField();
        field.setId("cash-count-" + line.denomination().minor());
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPromptText("0");
        field.setAccessibleText(kit.text("cash-count.pieces-of", worth(line.denomination())));
        field.textProperty().bindBidirectional(line.pieces());
        return field;
    }

    private static void walk(List<TextField> fields, int position) {
        Keys.of("keys.field")
                .on(
                        List.of(Keys.key(KeyCode.DOWN), Keys.key(KeyCode.ENTER)),
                        "keys.count.next",
                        _ -> position + 1 < fields.size(),
                        () -> into(fields.get(position + 1)))
                .on(
                        Keys.key(KeyCode.UP),
                        "keys.count.before",
                        () -> position > 0,
                        () -> into(fields.get(position - 1)))
                .bindBefore(fields.get(position));
    }

    private static void into(TextField field) {
        field.requestFocus();
        field.selectAll();
    }

    private String worth(Denomination one) {
        return kit.texts().money(new Money(one.minor(), count.currency()));
    }
}
