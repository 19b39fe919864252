package app.lodge.desktop.carddesk;

import app.lodge.core.batches.CardBatches.CardBatch;
import app.lodge.core.batches.CardBatches.Change;
import app.lodge.desktop.carddesk.BatchesViewModel.Row;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Batches: which there are, how far the chosen one is, card by card, and what to do about each.
public final class BatchesView {

    private final Kit kit;
    private final BatchesViewModel model;
    private final BatchLookView look;

    public BatchesView(Kit kit, BatchesViewModel model) {
        this.kit = kit;
        this.model = model;
        this.look = new BatchLookView(kit, model.look());
        kit.sheets().showWhile(model.fresh().open(), this::ordering);
    }

    public Sheet sheet() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var far = Kit.line("", Look.STRONG);
        far.setId("batch-far");
        far.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> far(model.chosen().get()), model.chosen()));
        var body =
                Kit.column(
                        14,
                        Kit.row(
                                10,
                                choice(),
                                order(),
                                look.pricesButton(),
                                Kit.spacer(),
                                machines()),
                        far,
                        look.node(),
                        kit.message(model.word(), "banner", "tone-caution"),
                        table,
                        actions(table));
        var run = kit.primary("batch-run", "batches.run", Feather.PLAY, model::run);
        run.disableProperty().bind(model.running().or(model.chosen().isNull()));
        var stop = kit.button("batch-stop", "batches.stop", Feather.SQUARE, model::stop);
        stop.disableProperty().bind(model.running().not());
        return new Sheet(kit, kit.text("batches.heading"), 860, body, model.open())
                .informing()
                .action(stop)
                .action(
                        button(
                                "batch-pause",
                                "batches.pause",
                                Feather.PAUSE,
                                () -> model.change(new Change.Pause())))
                .primary(run);
    }

    private String far(@Nullable CardBatch batch) {
        return batch == null ? kit.text("batches.none") : BatchStanding.words(kit, batch);
    }

    private Node choice() {
        var box = new ComboBox<CardBatch>(model.batches());
        box.setId("batch-choice");
        box.setAccessibleText(kit.text("batches.heading"));
        box.setPrefWidth(340);
        box.setConverter(
                shown(batch ->
                        kit.text(
                                batch.queueAt() == null ? "batches.named" : "queue.named",
                                batch.title(),
                                kit.time(batch.orderedAt()))));
        box.valueProperty().bindBidirectional(model.chosen());
        return box;
    }

    private static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nobody types here");
            }
        };
    }

    private Node order() {
        var order = kit.button("batch-order", "batches.order", Feather.PLUS, model.fresh()::begin);
        order.setVisible(model.mayIssue());
        return order;
    }

    private Node machines() {
        return new MachinesView(kit, model.machines()).printer();
    }

    private TableView<Row> table() {
        var table =
                Tables.table(
                        "batch-cards",
                        kit.text("batches.heading"),
                        model.rows(),
                        kit.empty(Feather.CREDIT_CARD, "batches.empty", "batches.empty-advice"));
        table.setPrefHeight(280);
        table.getColumns()
                .add(
                        Tables.<Row>number(
                                kit.text("batches.card"),
                                70,
                                row -> String.valueOf(row.card().number())));
        table.getColumns()
                .add(Tables.<Row>text(kit.text("batches.person"), 220, row -> row.name()));
        table.getColumns().add(Tables.<Row>node(kit.text("batches.state"), 150, this::state));
        table.getColumns()
                .add(Tables.<Row>sentences(kit.text("batches.reason"), 260, this::reason));
        Keys.of("keys.list")
                .on(Keys.alt(KeyCode.UP), "keys.batches.earlier", () -> move(table, true))
                .on(Keys.alt(KeyCode.DOWN), "keys.batches.later", () -> move(table, false))
                .bindTo(table);
        return table;
    }

    private void move(TableView<Row> table, boolean earlier) {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.move(row, earlier);
        }
    }

    private Node state(Row row) {
        return Kit.badge(
                Wording.of(kit.texts(), "batch-state", row.card().state()),
                switch (row.card().state()) {
                    case ISSUED -> Look.Tone.GOOD;
                    case SPOILED, UNSETTLED, ASIDE -> Look.Tone.BAD;
                    case MAKING -> Look.Tone.CAUTION;
                    case WAITING, TAKEN_OUT -> Look.Tone.NEUTRAL;
                });
    }

    private String reason(Row row) {
        var verdict = row.card().verdict();
        return verdict == null ? "" : Wording.of(kit.texts(), "batch-verdict", verdict);
    }

    private Node actions(TableView<Row> table) {
        return Kit.row(
                10,
                ofCard(
                        table,
                        "batch-again",
                        "batches.again",
                        Feather.ROTATE_CCW,
                        row -> model.change(new Change.TryAgain(row.card().number()))),
                ofCard(
                        table,
                        "batch-take-out",
                        "batches.take-out",
                        Feather.X,
                        row -> model.change(new Change.TakeOut(row.card().number()))),
                ofCard(
                        table,
                        "batch-up",
                        "batches.up",
                        Feather.ARROW_UP,
                        row -> model.move(row, true)),
                ofCard(
                        table,
                        "batch-down",
                        "batches.down",
                        Feather.ARROW_DOWN,
                        row -> model.move(row, false)));
    }

    private interface OfRow {
        void of(Row row);
    }

    private Button ofCard(
            TableView<Row> table, String id, String textKey, Ikon icon, OfRow action) {
        var selected = table.getSelectionModel().selectedItemProperty();
        var button =
                button(
                        id,
                        textKey,
                        icon,
                        () -> {
                            var row = selected.get();
                            if (row != null) {
                                action.of(row);
                            }
                        });
        button.disableProperty().bind(selected.isNull());
        return button;
    }

    private Button button(String id, String textKey, Ikon icon, Runnable action) {
        return kit.button(id, textKey, icon, action);
    }

    private Sheet ordering() {
        var fresh = model.fresh();
        var form = new Form(kit, "batch-order", fresh.problems());
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("batches.order-advice"), Look.MUTED),
                        form.optionalChoice(
                                "group", fresh.groups(), fresh.group(), group -> group.name()),
                        form.text("title", fresh.title()),
                        form.otherProblems());
        form.focusFirst();
        var order = kit.primary("batch-begin", "batches.begin", null, fresh::order);
        order.disableProperty().bind(fresh.busy());
        return new Sheet(kit, kit.text("batches.order-title"), 460, body, fresh.open())
                .primary(order);
    }
}
