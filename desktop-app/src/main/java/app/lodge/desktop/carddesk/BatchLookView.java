package app.lodge.desktop.carddesk;

import app.lodge.desktop.shell.BatchLookWords;
import app.lodge.desktop.shell.BatchLookWords.Line;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.issuing.BatchLook;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is known before a batch is printed, and the prices behind its cost.
final class BatchLookView {

    private final Kit kit;
    private final BatchLookViewModel model;

    BatchLookView(Kit kit, BatchLookViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.prices().open(), this::prices);
    }

    /// Takes no room while nothing is known.
    Node node() {
        var grid = new GridPane(14, 4);
        grid.setId("batch-look");
        var headings = new ColumnConstraints();
        headings.setMinWidth(90);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(headings, words);
        model.look().subscribe(look -> show(grid, look));
        return Kit.showWhen(model.look().isNotNull(), grid);
    }

    private void show(GridPane grid, @Nullable BatchLook look) {
        grid.getChildren().clear();
        if (look == null) {
            return;
        }
        int row = 0;
        for (var line : new BatchLookWords(kit.texts(), kit.zone()).of(look)) {
            var heading = Kit.line(line.heading(), Look.MUTED);
            GridPane.setValignment(heading, VPos.TOP);
            grid.addRow(row++, heading, words(line));
        }
    }

    private static Label words(Line line) {
        var words =
                line.caution()
                        ? Kit.paragraph(line.text(), "tone-caution")
                        : Kit.paragraph(line.text());
        words.setMinWidth(0);
        return words;
    }

    /// Opens the prices; only for those who may change them.
    Node pricesButton() {
        var button =
                kit.button("batch-prices", "batches.prices", Feather.TAG, model.prices()::begin);
        button.setVisible(model.prices().mayChange());
        button.setManaged(model.prices().mayChange());
        return button;
    }

    private Sheet prices() {
        var prices = model.prices();
        var form = new Form(kit, "card-prices", prices.problems());
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("batches.prices-advice"), Look.MUTED),
                        form.text("ribbon", prices.ribbon()),
                        form.text("sides", prices.sides()),
                        form.text("blank", prices.blank()),
                        form.otherProblems());
        form.focusFirst();
        var keep = kit.primary("card-prices-keep", "batches.prices-keep", null, prices::keep);
        keep.disableProperty().bind(prices.busy());
        return new Sheet(kit, kit.text("batches.prices-title"), 460, body, prices.open())
                .primary(keep);
    }
}
