package app.lodge.desktop.stock;

import app.lodge.core.stock.MoveReason;
import app.lodge.core.stock.Stock.Movement;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import app.lodge.desktop.stock.StockViewModel.Share;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/// The share of bad cards by supplier and batch (CHAIN-51), and every movement (CHAIN-52).
final class StockLists {

    private final Kit kit;
    private final StockViewModel model;

    StockLists(Kit kit, StockViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    TableView<Share> shares() {
        var all =
                Tables.table(
                        "stock-shares",
                        kit.text("stock-desk.bad"),
                        model.shares(),
                        kit.empty(Feather.PACKAGE, "stock-desk.none", "stock-desk.none-advice"));
        all.getColumns()
                .add(
                        Tables.node(
                                kit.text("stock-desk.column.supplier"),
                                170,
                                one ->
                                        one.batch().isEmpty()
                                                ? Kit.line(one.supplier(), Look.STRONG)
                                                : Kit.line(one.supplier(), Look.MUTED)));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.batch"),
                                140,
                                one ->
                                        one.batch().isEmpty()
                                                ? kit.text("stock-desk.all-batches")
                                                : one.batch()));
        all.getColumns().add(Tables.text(kit.text("stock-desk.column.blank"), 170, Share::blank));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("stock-desk.column.pieces"),
                                90,
                                one -> kit.texts().number(one.pieces())));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("stock-desk.column.bad"),
                                90,
                                one -> kit.texts().number(one.bad())));
        all.getColumns().add(Tables.node(kit.text("stock-desk.column.share"), 110, this::share));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.reasons"),
                                260,
                                one -> reasons(one.reasons())));
        return all;
    }

    private Label share(Share one) {
        var words = kit.text("stock-desk.per-mille", one.perMille());
        return Kit.badge(
                words,
                one.perMille() >= 20
                        ? Look.Tone.BAD
                        : one.perMille() >= 5 ? Look.Tone.CAUTION : Look.Tone.GOOD);
    }

    private String reasons(Map<String, Integer> bad) {
        return bad.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry ->
                        entry.getValue()
                                + " "
                                + Wording.of(
                                        kit.texts(),
                                        "stock-reason",
                                        MoveReason.valueOf(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    TableView<Movement> movements() {
        var all =
                Tables.table(
                        "stock-movements",
                        kit.text("stock-desk.movements"),
                        model.movements(),
                        kit.empty(Feather.LIST, "stock-desk.none", "stock-desk.none-advice"));
        all.getColumns()
                .add(Tables.time(kit.text("stock-desk.column.at"), one -> kit.time(one.at())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.delivery"),
                                280,
                                one -> model.deliveryName(one.delivery())));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("stock-desk.column.pieces"),
                                80,
                                one -> kit.texts().number(one.pieces())));
        all.getColumns().add(Tables.text(kit.text("stock-desk.column.from"), 170, this::from));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.to"),
                                170,
                                one ->
                                        model.placeName(one.toPlace())
                                                + ", "
                                                + Wording.of(
                                                        kit.texts(), "stock-state", one.to())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("stock-desk.column.reason"),
                                150,
                                one -> Wording.of(kit.texts(), "stock-reason", one.reason())));
        return all;
    }

    private String from(Movement one) {
        var place = one.fromPlace();
        var state = one.from();
        return place == null || state == null
                ? ""
                : model.placeName(place) + ", " + Wording.of(kit.texts(), "stock-state", state);
    }
}
