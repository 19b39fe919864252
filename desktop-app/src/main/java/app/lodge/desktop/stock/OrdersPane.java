package app.lodge.desktop.stock;

import app.lodge.core.stock.Stage;
import app.lodge.core.stock.StockOrder;
import app.lodge.core.stock.StockOrder.StageDates;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Orders at the left; at the right the chosen one's specification and its fourteen stages with planned and
/// actual days (CHAIN-47…50).
final class OrdersPane {

    private final Kit kit;
    private final StockViewModel model;
    private final TableView<StockOrder> table;
    private final TableView<StageDates> stages;
    private final ObservableList<StageDates> rows = FXCollections.observableArrayList();
    private final StackPane place = new StackPane();

    OrdersPane(Kit kit, StockViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
        stages = stages();
        place.setMinWidth(400);
        place.setPrefWidth(480);
        model.order().subscribe(this::show);
    }

    Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var head = Kit.row(8);
        if (model.mayOrder()) {
            head.getChildren()
                    .addAll(
                            kit.primary(
                                    "order-add",
                                    "stock-desk.order",
                                    Feather.SHOPPING_CART,
                                    model.orderForm()::begin),
                            kit.button(
                                    "order-rules",
                                    "stock-desk.rules",
                                    Feather.CALENDAR,
                                    model.rules()::begin));
        }
        var left = Kit.column(10, head, table);
        left.setMinWidth(460);
        HBox.setHgrow(left, Priority.ALWAYS);
        return new HBox(20, left, place);
    }

    void focus() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private TableView<StockOrder> table() {
        var all =
                Tables.table(
                        "stock-orders",
                        kit.text("stock-desk.orders"),
                        model.orders(),
                        kit.empty(
                                Feather.SHOPPING_CART,
                                "stock-desk.no-orders",
                                "stock-desk.no-orders-advice"));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.order"),
                                190,
                                one -> one.id() + " · " + one.blank().name()));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.supplier"), 110, StockOrder::supplier));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("stock-desk.column.came"),
                                100,
                                one ->
                                        kit.texts().number(one.received())
                                                + " / "
                                                + kit.texts().number(one.quantity())));
        all.getColumns().add(Tables.node(kit.text("stock-desk.column.due"), 130, this::due));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.order().set(one);
                    }
                });
        model.order().subscribe(one -> Tables.choose(all, one));
        Tables.openedBy(
                all,
                one -> {
                    if (model.mayOrder()) {
                        model.stage().begin(one);
                    }
                });
        return all;
    }

    private Node due(StockOrder one) {
        var due = one.dueOn();
        if (one.received() >= one.quantity()) {
            return Kit.badge(kit.text("stock-desk.came-whole"), Look.Tone.GOOD);
        }
        if (due == null) {
            return Kit.badge(kit.text("stock-desk.to-be-agreed"), Look.Tone.NEUTRAL);
        }
        return Kit.badge(kit.day(due), one.late(model.today()) ? Look.Tone.BAD : Look.Tone.ACCENT);
    }

    private void show(@Nullable StockOrder one) {
        if (one == null) {
            place.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.SHOPPING_CART,
                                    "stock-desk.no-order-chosen",
                                    "stock-desk.no-order-chosen-advice"));
            return;
        }
        rows.setAll(
                Arrays.stream(Stage.values())
                        .map(stage ->
                                one.stages().stream()
                                        .filter(dates -> dates.stage() == stage)
                                        .findFirst()
                                        .orElse(new StageDates(stage, null, null)))
                        .toList());
        var head = Kit.row(8, Kit.line(one.blank().name(), Look.HEADLINE), Kit.spacer());
        if (model.mayKeep()) {
            head.getChildren()
                    .add(
                            kit.button(
                                    "order-receive",
                                    "stock-desk.receive-order",
                                    Feather.INBOX,
                                    () -> model.receive().begin(one)));
        }
        if (model.mayOrder()) {
            head.getChildren()
                    .add(
                            kit.button(
                                    "order-stage",
                                    "stock-desk.stage",
                                    Feather.EDIT_2,
                                    () -> model.stage().begin(one)));
        }
        VBox.setVgrow(stages, Priority.ALWAYS);
        place.getChildren()
                .setAll(
                        Kit.column(
                                10,
                                head,
                                Kit.paragraph(specification(one), Look.SMALL, Look.MUTED),
                                stages));
    }

    private String specification(StockOrder one) {
        var finishes =
                one.finishes().stream()
                        .sorted()
                        .map(finish -> Wording.of(kit.texts(), "stock-finish", finish))
                        .collect(Collectors.joining(", "));
        return kit.text(
                "stock-desk.specification",
                Wording.of(kit.texts(), "stock-carrier", one.blank().carrier()),
                one.blank().chip(),
                one.blank().thicknessMicrometres(),
                kit.text(one.blank().printed() ? "stock-desk.printed" : "stock-desk.plain"),
                kit.texts().money(one.price()),
                Wording.of(kit.texts(), "stock-service", one.service()),
                finishes.isEmpty() ? kit.text("stock-desk.no-finish") : finishes);
    }

    private TableView<StageDates> stages() {
        var all =
                Tables.table(
                        "stock-stages",
                        kit.text("stock-desk.stages"),
                        rows,
                        kit.empty(
                                Feather.LIST,
                                "stock-desk.no-order-chosen",
                                "stock-desk.no-order-chosen-advice"));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.stage"),
                                180,
                                one -> Wording.of(kit.texts(), "stock-stage", one.stage())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.planned"),
                                100,
                                one -> day(one.planned())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.actual"),
                                100,
                                one -> day(one.actual())));
        Tables.openedBy(
                all,
                dates -> {
                    var chosen = model.order().get();
                    if (chosen != null && model.mayOrder()) {
                        model.stage().begin(chosen, dates.stage());
                    }
                });
        return all;
    }

    private String day(java.time.@Nullable LocalDate day) {
        return day == null ? "" : kit.day(day);
    }
}
