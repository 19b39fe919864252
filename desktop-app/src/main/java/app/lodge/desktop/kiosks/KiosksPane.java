package app.lodge.desktop.kiosks;

import app.lodge.core.kiosks.Emptying;
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.money.Money;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Kiosks and phones above, their emptyings below, the chosen one's content at the right.
public final class KiosksPane {

    private final Kit kit;
    private final KiosksViewModel model;
    private final TableView<Kiosk> kiosks;
    private final TableView<Emptying> emptyings;
    private final VBox content = new VBox(8);

    public KiosksPane(Kit kit, KiosksViewModel model) {
        this.kit = kit;
        this.model = model;
        var sheets = new KioskSheets(kit, model);
        kit.sheets().showWhile(model.bag().open(), sheets::count);
        kit.sheets().showWhile(model.payOut().open(), sheets::payOut);
        kiosks = kiosks();
        emptyings = emptyings();
        model.chosen().subscribe(this::show);
    }

    public Node node() {
        kiosks.setPrefHeight(190);
        VBox.setVgrow(emptyings, Priority.ALWAYS);
        var left = Kit.column(10, head(), kiosks, emptyings);
        left.setMinWidth(480);
        HBox.setHgrow(left, Priority.ALWAYS);
        content.setPrefWidth(220);
        content.setMinWidth(220);
        return new HBox(20, left, content);
    }

    /// The keyboard goes to what is to be counted.
    public void focus() {
        emptyings.requestFocus();
    }

    private Node head() {
        var limits = Kit.paragraph("", Look.SMALL, Look.MUTED);
        limits.setMaxWidth(Double.MAX_VALUE);
        limits.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(limits, Priority.ALWAYS);
        limits.textProperty()
                .bind(
                        model.rules()
                                .map(rules ->
                                        kit.text(
                                                "kiosks.limits",
                                                money(model.money(rules.mostPerPayOut())),
                                                money(model.money(rules.mostPerDay())))));
        var row = Kit.row(8, limits);
        if (model.mayChangeRules()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "kiosk-rules",
                                    "kiosks.change-limits",
                                    Feather.SLIDERS,
                                    () -> model.payOut().begin(model.rules().get())));
        }
        if (model.mayCount()) {
            row.getChildren()
                    .add(
                            kit.primary(
                                    "kiosk-count",
                                    "kiosks.count",
                                    Feather.INBOX,
                                    () ->
                                            model.count(
                                                    toCount(
                                                            emptyings
                                                                    .getSelectionModel()
                                                                    .getSelectedItem()))));
        }
        return row;
    }

    private static @Nullable Emptying toCount(@Nullable Emptying row) {
        return row == null || row.counted().isPresent() ? null : row;
    }

    private TableView<Kiosk> kiosks() {
        var table =
                Tables.table(
                        "kiosks-table",
                        kit.text("kiosks.title"),
                        model.kiosks(),
                        kit.empty(Feather.INBOX, "kiosks.none", "kiosks.none-advice"));
        table.getColumns().add(Tables.text(kit.text("kiosks.column.device"), 150, Kiosk::label));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("kiosks.column.kind"),
                                100,
                                one -> Wording.of(kit.texts(), "device-kind", one.kind())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("kiosks.column.inside"),
                                100,
                                one -> money(one.expected())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("kiosks.column.in-bags"),
                                100,
                                one -> money(one.inBags())));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("kiosks.column.differences"),
                                100,
                                one -> money(one.differences())));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        return table;
    }

    private TableView<Emptying> emptyings() {
        var table =
                Tables.table(
                        "emptyings-table",
                        kit.text("kiosks.emptyings"),
                        model.emptyings(),
                        kit.empty(
                                Feather.PACKAGE,
                                "kiosks.none-emptied",
                                "kiosks.none-emptied-advice"));
        table.getColumns()
                .add(
                        Tables.time(
                                kit.text("accounts.column.when"),
                                one -> one.told().map(told -> kit.time(told.at())).orElse("")));
        table.getColumns().add(Tables.text(kit.text("kiosks.column.device"), 112, Emptying::label));
        table.getColumns().add(Tables.text(kit.text("kiosks.column.seal"), 78, Emptying::seal));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("kiosks.column.told"),
                                82,
                                one -> one.told().map(told -> money(told.amount())).orElse("")));
        table.getColumns()
                .add(
                        Tables.number(
                                kit.text("kiosks.column.counted"),
                                82,
                                one ->
                                        one.counted()
                                                .map(counted -> money(counted.amount()))
                                                .orElse("")));
        table.getColumns().add(Tables.node(kit.text("kiosks.column.state"), 168, this::state));
        Tables.openedBy(
                table,
                row -> {
                    if (model.mayCount() && row.counted().isEmpty()) {
                        model.count(row);
                    }
                });
        return table;
    }

    private Node state(Emptying one) {
        if (one.counted().isEmpty()) {
            return Kit.badge(kit.text("kiosks.to-count"), Look.Tone.CAUTION);
        }
        var difference = one.difference();
        if (difference == null) {
            return Kit.badge(kit.text("kiosks.not-told"), Look.Tone.NEUTRAL);
        }
        return difference.minor() == 0
                ? Kit.badge(kit.text("kiosks.agrees"), Look.Tone.GOOD)
                : Kit.badge(
                        kit.text("kiosks.differs", money(difference), cause(one)), Look.Tone.BAD);
    }

    private String cause(Emptying one) {
        return one.cause()
                .map(cause -> Wording.of(kit.texts(), "difference-cause", cause))
                .orElse("");
    }

    private void show(@Nullable Kiosk kiosk) {
        if (kiosk == null) {
            content.getChildren().clear();
            return;
        }
        var lines = Kit.column(4);
        for (var line : kiosk.content()) {
            lines.getChildren()
                    .add(
                            Kit.row(
                                    8,
                                    Kit.line(
                                            money(
                                                    new Money(
                                                            line.denomination().minor(),
                                                            kiosk.expected().currency()))),
                                    Kit.spacer(),
                                    Kit.line(kit.texts().number(line.pieces()), Look.STRONG)));
        }
        if (kiosk.content().isEmpty()) {
            lines.getChildren()
                    .add(Kit.paragraph(kit.text("kiosks.no-pieces"), Look.SMALL, Look.MUTED));
        }
        content.getChildren()
                .setAll(
                        Kit.line(kiosk.label(), Look.HEADLINE),
                        Kit.line(money(kiosk.expected()), Look.FIGURE),
                        lines);
        var full =
                kiosk.levels().stream()
                        .map(level ->
                                "%s %d / %d"
                                        .formatted(level.name(), level.used(), level.capacity()))
                        .collect(Collectors.joining(", "));
        if (!full.isEmpty()) {
            content.getChildren()
                    .add(Kit.paragraph(kit.text("kiosks.fill", full), Look.SMALL, Look.MUTED));
        }
        kiosk.last()
                .flatMap(Emptying::told)
                .ifPresent(told ->
                        content.getChildren()
                                .add(
                                        Kit.paragraph(
                                                kit.text("kiosks.last", kit.time(told.at())),
                                                Look.SMALL,
                                                Look.MUTED)));
    }

    private String money(Money amount) {
        return kit.texts().money(amount);
    }
}
