package app.lodge.desktop.stock;

import app.lodge.core.stock.Blank;
import app.lodge.core.stock.Place;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where blanks may lie, and which kinds there are (CHAIN-47).
final class KindsPane {

    private final Kit kit;
    private final StockViewModel model;
    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final ObservableList<Blank> blanks = FXCollections.observableArrayList();
    private final TableView<Place> placeTable;
    private final TableView<Blank> blankTable;

    KindsPane(Kit kit, StockViewModel model) {
        this.kit = kit;
        this.model = model;
        placeTable = placeTable();
        blankTable = blankTable();
        model.reading()
                .subscribe(now -> {
                    places.setAll(now.standing().places());
                    blanks.setAll(now.blanks());
                });
    }

    Node node() {
        var left = Kit.row(8);
        var right = Kit.row(8);
        if (model.mayOrder()) {
            left.getChildren()
                    .addAll(
                            kit.button(
                                    "place-add",
                                    "stock-desk.place-add",
                                    Feather.PLUS,
                                    model.place()::beginNew),
                            kit.button(
                                    "place-change",
                                    "stock-desk.place-change",
                                    Feather.EDIT_2,
                                    this::change));
            right.getChildren()
                    .add(
                            kit.button(
                                    "blank-add",
                                    "stock-desk.blank-add",
                                    Feather.PLUS,
                                    model.blank()::begin));
        }
        VBox.setVgrow(placeTable, Priority.ALWAYS);
        VBox.setVgrow(blankTable, Priority.ALWAYS);
        var first = Kit.column(10, left, placeTable);
        var second = Kit.column(10, right, blankTable);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        first.setPrefWidth(480);
        second.setPrefWidth(480);
        return new HBox(20, first, second);
    }

    void focus() {
        placeTable.requestFocus();
    }

    private void change() {
        var chosen = placeTable.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.place().begin(chosen);
        }
    }

    private TableView<Place> placeTable() {
        var all =
                Tables.table(
                        "stock-places",
                        kit.text("stock-desk.places"),
                        places,
                        kit.empty(
                                Feather.MAP_PIN,
                                "stock-desk.no-places",
                                "stock-desk.no-places-advice"));
        all.getColumns().add(Tables.text(kit.text("stock-desk.column.place"), 150, Place::name));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.kind"),
                                110,
                                one -> Wording.of(kit.texts(), "stock-place-kind", one.kind())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.workstation"),
                                120,
                                Place::workstation));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("stock-desk.column.low-at"),
                                110,
                                one -> one.lowAt() == 0 ? "·" : kit.texts().number(one.lowAt())));
        Tables.openedBy(
                all,
                one -> {
                    if (model.mayOrder()) {
                        model.place().begin(one);
                    }
                });
        return all;
    }

    private TableView<Blank> blankTable() {
        var all =
                Tables.table(
                        "stock-blanks",
                        kit.text("stock-desk.blanks"),
                        blanks,
                        kit.empty(
                                Feather.CREDIT_CARD,
                                "stock-desk.no-blanks",
                                "stock-desk.no-blanks-advice"));
        all.getColumns().add(Tables.text(kit.text("stock-desk.column.blank"), 170, Blank::name));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.chip"),
                                150,
                                one ->
                                        Wording.of(kit.texts(), "stock-carrier", one.carrier())
                                                + " "
                                                + one.chip()));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.print"),
                                110,
                                one ->
                                        kit.text(
                                                one.printed()
                                                        ? "stock-desk.printed"
                                                        : "stock-desk.plain")));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("stock-desk.column.thickness"),
                                100,
                                one -> kit.texts().number(one.thicknessMicrometres()) + " µm"));
        return all;
    }
}
