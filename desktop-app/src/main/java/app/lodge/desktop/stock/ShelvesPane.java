package app.lodge.desktop.stock;

import app.lodge.core.stock.StockState;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.stock.MoveForm.Kind;
import app.lodge.desktop.stock.StockViewModel.Shelf;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Every count by place and delivery, and below the sum that always agrees (CHAIN-52).
final class ShelvesPane {

    private static final List<StockState> COLUMNS = List.of(StockState.values());

    /// Shown also where there is none.
    private static final Set<StockState> ALWAYS =
            EnumSet.of(StockState.BLANK, StockState.PREPARED, StockState.ISSUED);

    private final Kit kit;
    private final StockViewModel model;
    private final TableView<Shelf> table;

    ShelvesPane(Kit kit, StockViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
    }

    Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        return Kit.column(10, actions(), table, sum());
    }

    void focus() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private Node actions() {
        var row = new FlowPane(8, 8);
        if (model.mayKeep()) {
            row.getChildren()
                    .addAll(
                            kit.primary(
                                    "stock-receive",
                                    "stock-desk.receive",
                                    Feather.INBOX,
                                    this::receive),
                            ofShelf(
                                    "stock-prepare",
                                    "stock-desk.prepare",
                                    Feather.KEY,
                                    this::prepare),
                            ofShelf(
                                    "stock-hand-over",
                                    "stock-desk.hand-over",
                                    Feather.TRUCK,
                                    this::handOver),
                            ofShelf(
                                    "stock-write-off",
                                    "stock-desk.write-off",
                                    Feather.X_CIRCLE,
                                    this::writeOff),
                            ofShelf(
                                    "stock-destroy",
                                    "stock-desk.destroy",
                                    Feather.SCISSORS,
                                    () -> withShelf(one -> model.move().begin(Kind.DESTROY, one))));
        }
        if (model.mayOrder()) {
            row.getChildren()
                    .addAll(
                            ofShelf(
                                    "stock-count",
                                    "stock-desk.count",
                                    Feather.CLIPBOARD,
                                    this::count),
                            kit.button(
                                    "stock-order",
                                    "stock-desk.order",
                                    Feather.SHOPPING_CART,
                                    this::order));
        }
        return row;
    }

    private Button ofShelf(String id, String key, Ikon icon, Runnable action) {
        var button = kit.button(id, key, icon, action);
        button.disableProperty().bind(model.shelf().isNull());
        return button;
    }

    void receive() {
        if (model.mayKeep()) {
            model.receive().begin(null);
        }
    }

    void order() {
        if (model.mayOrder()) {
            model.orderForm().begin();
        }
    }

    void handOver() {
        if (model.mayKeep()) {
            withShelf(one -> model.move().begin(Kind.HAND_OVER, one));
        }
    }

    void writeOff() {
        if (model.mayKeep()) {
            withShelf(one -> model.move().begin(Kind.WRITE_OFF, one));
        }
    }

    void count() {
        if (model.mayOrder()) {
            withShelf(one -> model.count().begin(one.place(), List.copyOf(model.shelves())));
        }
    }

    void prepare() {
        if (model.mayKeep()) {
            withShelf(model.prepare()::begin);
        }
    }

    private void withShelf(Consumer<Shelf> then) {
        var chosen = model.shelf().get();
        if (chosen != null) {
            then.accept(chosen);
        }
    }

    private TableView<Shelf> table() {
        var all =
                Tables.table(
                        "stock-table",
                        kit.text("stock-desk.shelves"),
                        model.shelves(),
                        kit.empty(Feather.PACKAGE, "stock-desk.none", "stock-desk.none-advice"));
        all.getColumns()
                .add(Tables.node(kit.text("stock-desk.column.place"), 130, this::placeCell));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.delivery"),
                                280,
                                one -> StockViewModel.name(one.delivery())));
        for (var state : COLUMNS) {
            var column =
                    Tables.<Shelf>number(
                            Wording.of(kit.texts(), "stock-desk.state", state),
                            86,
                            one -> one.pieces(state) == 0 ? "·" : count(one.pieces(state)));
            if (!ALWAYS.contains(state)) {
                model.shelves()
                        .addListener(
                                (InvalidationListener) _ -> column.setVisible(total(state) != 0));
                column.setVisible(total(state) != 0);
            }
            all.getColumns().add(column);
        }
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.shelf().set(one);
                    }
                });
        model.shelf().subscribe(one -> Tables.choose(all, one));
        Tables.openedBy(all, _ -> handOver());
        return all;
    }

    private Node placeCell(Shelf one) {
        boolean low = one.place().lowAt() > 0 && usable(one.place().id()) < one.place().lowAt();
        return low
                ? Kit.badge(kit.text("stock-desk.low", one.place().name()), Look.Tone.CAUTION)
                : Kit.line(one.place().name());
    }

    private int usable(long place) {
        return model.shelves().stream()
                .filter(one -> one.place().id() == place)
                .mapToInt(one -> one.pieces(StockState.BLANK) + one.pieces(StockState.PREPARED))
                .sum();
    }

    private String count(int pieces) {
        return kit.texts().number(pieces);
    }

    private Node sum() {
        var words = Kit.paragraph("", Look.MUTED);
        words.setId("stock-sum");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::sumWords, model.reading(), model.shelves()));
        return words;
    }

    private String sumWords() {
        var standing = model.reading().get().standing();
        int received = standing.deliveries().stream().mapToInt(d -> d.delivery().pieces()).sum();
        if (!standing.differences().isEmpty()) {
            return kit.text("stock-desk.disagrees", String.join("; ", standing.differences()));
        }
        var parts =
                COLUMNS.stream()
                        .filter(state -> total(state) != 0)
                        .map(state ->
                                count(total(state))
                                        + " "
                                        + Wording.of(kit.texts(), "stock-state", state))
                        .toList();
        return kit.text("stock-desk.sum", received, String.join(" + ", parts));
    }

    private int total(StockState state) {
        return model.shelves().stream().mapToInt(one -> one.pieces(state)).sum();
    }
}
