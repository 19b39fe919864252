package app.lodge.desktop.topups;

import app.lodge.core.topups.TopUpOrder;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.topups.OrdersViewModel.Row;
import java.util.ArrayList;
import java.util.Arrays;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Orders at the left, rules and mandates at the right.
public final class TopUpsPane {

    private final Kit kit;
    private final OrdersViewModel model;
    private final TableView<Row> table;
    private final Node side;

    public TopUpsPane(
            Kit kit, OrdersViewModel model, RulesViewModel rules, MandatesViewModel mandates) {
        this.kit = kit;
        this.model = model;
        table = table();
        var sheets = new TopUpSheets(kit, model, rules, mandates);
        kit.sheets().showWhile(model.open(), sheets::takeBack);
        kit.sheets().showWhile(rules.open(), sheets::rule);
        kit.sheets().showWhile(mandates.open(), sheets::mandate);
        side = new SourcesSide(kit, rules, mandates).node();
    }

    public Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var left = Kit.column(10, head(), table);
        left.setMinWidth(480);
        HBox.setHgrow(left, Priority.ALWAYS);
        return new HBox(20, left, side);
    }

    /// The keyboard goes to the list.
    public void focus() {
        table.requestFocus();
    }

    private Node head() {
        var settle =
                kit.button("order-settle", "orders.settle", Feather.CHECK_CIRCLE, model::settle);
        settle.disableProperty()
                .bind(model.chosen().map(row -> !model.settleable(row)).orElse(true));
        var back =
                kit.button(
                        "order-return",
                        "orders.return",
                        Feather.CORNER_UP_LEFT,
                        model::beginReturn);
        back.disableProperty().bind(model.chosen().map(row -> !model.returnable(row)).orElse(true));
        var row = Kit.row(8, states(), Kit.spacer());
        if (model.mayMove()) {
            row.getChildren().addAll(settle, back);
        }
        return row;
    }

    private ComboBox<State> states() {
        var choices = new ArrayList<@Nullable State>();
        choices.add(null);
        choices.addAll(Arrays.asList(State.values()));
        var box = new ComboBox<State>(FXCollections.observableArrayList(choices));
        box.setId("orders-state");
        box.setAccessibleText(kit.text("orders.state"));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable State state) {
                        return state == null
                                ? kit.text("orders.all-states")
                                : Wording.of(kit.texts(), "orders.state", state);
                    }

                    @Override
                    public State fromString(String text) {
                        throw new UnsupportedOperationException("States are chosen: " + text);
                    }
                });
        box.valueProperty().bindBidirectional(model.state());
        return box;
    }

    private TableView<Row> table() {
        var all =
                Tables.paged(
                        "orders-table",
                        kit.text("orders.title"),
                        model.rows(),
                        kit.empty(Feather.DOWNLOAD_CLOUD, "orders.none", "orders.none-advice"));
        var day =
                Tables.<Row>text(
                        kit.text("orders.column.day"),
                        100,
                        row -> kit.day(row.order().orderedAt().atZone(kit.zone()).toLocalDate()));
        day.setMinWidth(100);
        all.getColumns().add(day);
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("orders.column.source"),
                                112,
                                row ->
                                        Wording.of(
                                                kit.texts(),
                                                "top-up-source",
                                                row.order().source())));
        all.getColumns().add(Tables.text(kit.text("orders.column.holder"), 120, Row::holder));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("orders.column.reference"),
                                86,
                                row -> row.order().reference()));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("orders.column.amount"),
                                88,
                                row -> kit.texts().money(row.order().amount())));
        all.getColumns().add(Tables.node(kit.text("orders.column.state"), 130, this::state));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.chosen().set(row);
                    }
                });
        return all;
    }

    private Node state(Row row) {
        var order = row.order();
        var words = Wording.of(kit.texts(), "orders.state", order.state());
        if (order.state() == State.AUTHORISED && order.credited()) {
            words = kit.text("orders.credited");
        }
        if (order.state() == State.RETURNED && order.returnReason() != null) {
            words = kit.text("orders.returned-for", words, order.returnReason());
        }
        return Kit.badge(words, tone(order));
    }

    private static Look.Tone tone(TopUpOrder order) {
        return switch (order.state()) {
            case ORDERED -> Look.Tone.NEUTRAL;
            case AUTHORISED -> order.credited() ? Look.Tone.ACCENT : Look.Tone.CAUTION;
            case SETTLED -> Look.Tone.GOOD;
            case RETURNED, REFUSED -> Look.Tone.BAD;
        };
    }
}
