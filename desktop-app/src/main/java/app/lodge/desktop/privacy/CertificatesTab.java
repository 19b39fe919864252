package app.lodge.desktop.privacy;

import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.PrivacyWords;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.reports.privacy.PaperFormat;
import java.time.ZoneOffset;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The certificates that were given out, one of them read, and saved as a paper to print.
final class CertificatesTab {

    private static final int SHORT_TABLE_HEIGHT = 160;
    private static final int DETAILS_HEIGHT = 160;

    private final Kit kit;
    private final DataProtectionViewModel model;
    private final PrivacyWords words;

    CertificatesTab(Kit kit, DataProtectionViewModel model) {
        this.kit = kit;
        this.model = model;
        this.words = new PrivacyWords(kit.texts());
    }

    VBox node() {
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
        var print = kit.button("certificate-print", "privacy.print", Feather.PRINTER, this::print);
        print.disableProperty().bind(none);
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
                        Kit.row(10, Kit.spacer(), print, pdf, json),
                        ProtectionTables.sized(table),
                        Kit.showWhen(model.chosen().isNotNull(), read));
        model.chosen()
                .subscribe(one ->
                        ProtectionTables.height(
                                table,
                                one == null ? ProtectionTables.TABLE_HEIGHT : SHORT_TABLE_HEIGHT));
        return all;
    }

    private void print() {
        var one = model.chosen().get();
        if (one != null) {
            model.papers().print(one.number(), kit.texts().locale().toLanguageTag());
        }
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
}
