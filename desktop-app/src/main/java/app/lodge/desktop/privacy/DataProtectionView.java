package app.lodge.desktop.privacy;

import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.desktop.privacy.DataProtectionViewModel.DueLine;
import app.lodge.desktop.privacy.DataProtectionViewModel.HoldLine;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.reports.privacy.PaperFormat;
import java.time.ZoneOffset;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Three lists on one sheet: who is due, whom a legal hold keeps, which certificates were given out.
public final class DataProtectionView {

    private static final int WIDTH = 880;
    private static final int TABLE_HEIGHT = 330;
    private static final int SHORT_TABLE_HEIGHT = 160;
    private static final int DETAILS_HEIGHT = 160;

    private final Kit kit;
    private final DataProtectionViewModel model;
    private final PrivacyWords words;

    public DataProtectionView(Kit kit, DataProtectionViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new PrivacyWords(kit.texts());
    }

    public Sheet sheet() {
        var tabs =
                new TabPane(
                        tab("privacy.tab-due", due()),
                        tab("privacy.tab-holds", holds()),
                        tab("privacy.tab-certificates", certificates()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("data-protection-tabs");
        tabs.setAccessibleText(kit.text("privacy.overview"));
        tabs.getStyleClass().add("panel-tabs");
        var body = Kit.column(12, kit.message(model.refusal(), "banner", "tone-caution"), tabs);
        var close =
                kit.button(
                        "data-protection-close",
                        "action.close",
                        Feather.X,
                        () -> model.open().set(false));
        close.setCancelButton(true);
        return new Sheet(kit, kit.text("privacy.overview"), WIDTH, body, model.open())
                .informing()
                .action(close);
    }

    private Tab tab(String titleKey, VBox content) {
        content.setPadding(new Insets(12, 0, 0, 0));
        return new Tab(kit.text(titleKey), content);
    }

    private VBox due() {
        var by = new DatePicker();
        by.setId("due-by");
        by.valueProperty().bindBidirectional(model.by());
        var label = new Label(kit.text("privacy.due-by"));
        label.setMnemonicParsing(true);
        label.setLabelFor(by);
        by.setAccessibleText(kit.text("privacy.due-by").replace("_", ""));
        var table =
                Tables.paged(
                        "due-table",
                        kit.text("privacy.tab-due"),
                        model.due(),
                        kit.empty(Feather.CHECK_CIRCLE, "privacy.none-due", "privacy.due-advice"));
        person(table, line -> line.due().person(), DueLine::name);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.last"),
                                120,
                                line -> kit.texts().date(line.due().last())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.due"),
                                120,
                                line -> kit.texts().date(line.due().due())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.held"),
                                120,
                                line -> line.due().held() ? kit.text("privacy.held-yes") : ""));
        var open =
                kit.button(
                        "due-open",
                        "privacy.open-person",
                        Feather.SHIELD,
                        () -> {
                            var line = table.getSelectionModel().getSelectedItem();
                            if (line != null) {
                                model.open(line.due().person());
                            }
                        });
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        return Kit.column(10, Kit.row(10, label, by, Kit.spacer(), open), sized(table));
    }

    private VBox holds() {
        var table =
                Tables.table(
                        "holds-table",
                        kit.text("privacy.tab-holds"),
                        model.holds(),
                        kit.empty(Feather.UNLOCK, "privacy.no-holds", "privacy.holds-advice"));
        person(table, line -> line.hold().person(), HoldLine::name);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.ground"),
                                190,
                                line -> words.of(line.hold())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.until"),
                                110,
                                line -> kit.texts().date(line.hold().until())));
        table.getColumns()
                .add(Tables.text(kit.text("privacy.column.by"), 110, line -> line.hold().setBy()));
        var lift =
                kit.button(
                        "hold-lift",
                        "privacy.release",
                        Feather.UNLOCK,
                        () -> {
                            var line = table.getSelectionModel().getSelectedItem();
                            if (line != null) {
                                model.lift(line.hold());
                            }
                        });
        lift.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull().or(model.busy()));
        var open =
                kit.button(
                        "hold-open",
                        "privacy.open-person",
                        Feather.SHIELD,
                        () -> {
                            var line = table.getSelectionModel().getSelectedItem();
                            if (line != null) {
                                model.open(line.hold().person());
                            }
                        });
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        return Kit.column(10, Kit.row(10, Kit.spacer(), open, lift), sized(table));
    }

    private VBox certificates() {
        var table =
                Tables.paged(
                        "certificates-table",
                        kit.text("privacy.tab-certificates"),
                        model.certificates(),
                        kit.empty(
                                Feather.AWARD,
                                "privacy.no-certificates",
                                "privacy.certificates-advice"));
        var number =
                Tables.<Certificate>number(
                        kit.text("privacy.column.number"), 60, one -> Long.toString(one.number()));
        number.setMaxWidth(70);
        var id =
                Tables.<Certificate>text(
                        kit.text("privacy.column.id"),
                        90,
                        one -> "%07d".formatted(one.person().number()));
        id.setMinWidth(95);
        id.setMaxWidth(105);
        table.getColumns().add(number);
        table.getColumns().add(id);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.ground"),
                                270,
                                one -> words.of(one.ground())));
        var at =
                Tables.<Certificate>text(
                        kit.text("privacy.column.at"),
                        110,
                        one -> kit.texts().date(one.begunAt(), ZoneOffset.UTC));
        at.setMinWidth(115);
        at.setMaxWidth(125);
        table.getColumns().add(at);
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("privacy.column.state"),
                                150,
                                one ->
                                        kit.text(
                                                !one.complete()
                                                        ? "privacy.state-open"
                                                        : one.unconfirmed().isEmpty()
                                                                ? "privacy.state-complete"
                                                                : "privacy.state-devices")));
        table.getSelectionModel().selectedItemProperty().subscribe(model.chosen()::set);
        var details = new VBox(4);
        model.chosen().subscribe(one -> show(details, one));
        var none = model.chosen().isNull().or(model.busy());
        var pdf =
                kit.button(
                        "certificate-pdf",
                        "privacy.export-pdf",
                        Feather.FILE_TEXT,
                        () -> save(PaperFormat.PDF));
        pdf.disableProperty().bind(none);
        var json =
                kit.button(
                        "certificate-json",
                        "privacy.export-json",
                        Feather.CODE,
                        () -> save(PaperFormat.JSON));
        json.disableProperty().bind(none);
        var read = new ScrollPane(details);
        read.setFitToWidth(true);
        read.setPrefHeight(DETAILS_HEIGHT);
        read.setMinHeight(DETAILS_HEIGHT);
        read.getStyleClass().add("edge-to-edge");
        read.setId("certificate-details");
        read.setAccessibleText(kit.text("privacy.tab-certificates"));
        var all =
                Kit.column(
                        10,
                        Kit.row(10, Kit.spacer(), pdf, json),
                        sized(table),
                        Kit.showWhen(model.chosen().isNotNull(), read));
        model.chosen()
                .subscribe(one -> height(table, one == null ? TABLE_HEIGHT : SHORT_TABLE_HEIGHT));
        return all;
    }

    private void save(PaperFormat format) {
        var one = model.chosen().get();
        if (one != null) {
            model.papers().certificate(one.number(), format, kit.texts().locale().toLanguageTag());
        }
    }

    private void show(VBox details, @Nullable Certificate one) {
        details.getChildren().clear();
        if (one == null) {
            return;
        }
        details.getChildren()
                .add(
                        Kit.line(
                                kit.text(
                                        "privacy.certificate-of",
                                        Long.toString(one.number()),
                                        one.operator()),
                                Look.STRONG));
        one.gone()
                .forEach(gone ->
                        details.getChildren().add(bullet(words.of(gone.kind()), Feather.X)));
        one.stayed()
                .forEach(stay ->
                        details.getChildren()
                                .add(
                                        bullet(
                                                kit.text(
                                                        "privacy.stay-line",
                                                        kit.texts().number(stay.count()),
                                                        words.of(stay.data()),
                                                        words.of(stay.ground()),
                                                        kit.texts().date(stay.until())),
                                                Feather.ARCHIVE)));
        if (!one.unconfirmed().isEmpty()) {
            details.getChildren()
                    .add(
                            bullet(
                                    kit.text(
                                            "privacy.unconfirmed",
                                            String.join(", ", one.unconfirmed())),
                                    Feather.CPU));
        }
    }

    private static Node bullet(String text, Feather icon) {
        var line = Kit.paragraph(text);
        HBox.setHgrow(line, Priority.ALWAYS);
        return Kit.row(10, Kit.icon(icon), line);
    }

    private <T> void person(
            TableView<T> table, Function<T, PersonId> id, Function<T, String> name) {
        table.getColumns().add(Tables.text(kit.text("privacy.column.name"), 190, name));
        var number =
                Tables.<T>text(
                        kit.text("privacy.column.id"),
                        90,
                        line -> "%07d".formatted(id.apply(line).number()));
        number.setMinWidth(95);
        number.setMaxWidth(105);
        table.getColumns().add(number);
    }

    private static <T> TableView<T> sized(TableView<T> table) {
        height(table, TABLE_HEIGHT);
        return table;
    }

    private static void height(TableView<?> table, int height) {
        table.setPrefHeight(height);
        table.setMinHeight(height);
    }
}
