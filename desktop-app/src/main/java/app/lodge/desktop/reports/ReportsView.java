package app.lodge.desktop.reports;

import app.lodge.core.books.Fact;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.exports.ExportsPane;
import app.lodge.desktop.exports.ExportsViewModel;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Tabs;
import app.lodge.reports.catalogue.ReportFormat;
import app.lodge.reports.catalogue.ReportKind;
import app.lodge.reports.catalogue.ReportOutcome.PagesRendered;
import app.lodge.reports.parameters.ReportParameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Reports at the left, what they ask for below, their pages at the right.
public final class ReportsView implements Screen {

    private static final double PAGE_WIDTH = 640;

    private final Kit kit;
    private final ReportsViewModel model;
    private final ExportsViewModel exports;
    private final VBox parameters = new VBox(14);
    private final StackPane pages = new StackPane();
    private final PageFrame frame;

    public ReportsView(Kit kit, ReportsViewModel model, ExportsViewModel exports) {
        this.kit = kit;
        this.model = model;
        this.exports = exports;
        HBox.setHgrow(pages, Priority.ALWAYS);
        var reports = new HBox(20, order(), pages);
        frame =
                new PageFrame(
                        kit,
                        "reports.title",
                        "reports.subtitle",
                        exports.allowed() ? tabs(reports) : reports);
        model.chosen().subscribe(this::showParameters);
        model.pages().subscribe(this::showPages);
    }

    /// Tables that leave by themselves, beside the reports that somebody asks for.
    private Node tabs(Node reports) {
        var tabs =
                new Tabs(kit, "reports-tabs", "reports.title")
                        .add("reports.tab-reports", reports)
                        .add("exports-desk.title", new ExportsPane(kit, exports).node());
        return tabs.pane();
    }

    private Node order() {
        var list = new ListView<ReportKind>(model.kinds());
        list.setId("reports-list");
        list.setAccessibleText(kit.text("reports.title"));
        list.setCellFactory(_ -> new KindCell());
        list.setPrefHeight(232);
        list.setMinHeight(120);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(kind -> {
                    if (kind != null) {
                        model.chosen().set(kind);
                    }
                });
        model.chosen().subscribe(kind -> list.getSelectionModel().select(kind));
        var show =
                kit.primary(
                        "report-show", "reports.show", Feather.EYE, () -> model.show(language()));
        show.setDefaultButton(true);
        show.setMaxWidth(Double.MAX_VALUE);
        show.disableProperty().bind(model.busy());
        var save = new HBox(8);
        for (var format : List.of(ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.CSV)) {
            var button =
                    kit.button(
                            "report-" + format.name().toLowerCase(java.util.Locale.ROOT),
                            "reports.save-" + Texts.kebab(format),
                            Feather.DOWNLOAD,
                            () -> model.save(format, language()));
            button.disableProperty().bind(model.busy());
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            save.getChildren().add(button);
        }
        var scroll = new ScrollPane(parameters);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var panel = Kit.column(16, list, scroll, show, save);
        panel.getStyleClass().add(Look.PANEL);
        panel.setMinWidth(360);
        panel.setPrefWidth(360);
        panel.setMaxWidth(360);
        return panel;
    }

    private String language() {
        return kit.texts().locale().toLanguageTag();
    }

    private void showParameters(@Nullable ReportKind kind) {
        parameters.getChildren().clear();
        if (kind == null) {
            return;
        }
        var form = new Form(kit, "report", model.problems());
        for (var parameter : kind.parameters()) {
            var label = kit.text("reports.parameter." + parameter.name());
            var value = model.value(kind, parameter.name());
            var control =
                    switch (parameter.type()) {
                        case DAY -> day(value);
                        case CHOICE -> choice(parameter, value);
                        case ACCOUNT, NUMBER, PERSON, DEVICE, TEXT -> typed(value);
                    };
            parameters.getChildren().add(form.labelledAs(parameter.name(), label, control));
        }
        parameters.getChildren().add(form.otherProblems());
    }

    private static TextField typed(StringProperty value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static DatePicker day(StringProperty value) {
        var picker = new DatePicker();
        if (!value.get().isEmpty()) {
            picker.setValue(LocalDate.parse(value.get()));
        }
        picker.valueProperty().subscribe(day -> value.set(day == null ? "" : day.toString()));
        return picker;
    }

    private ComboBox<String> choice(ReportParameter parameter, StringProperty value) {
        var choices = new ArrayList<>(List.of(""));
        choices.addAll(parameter.choices());
        var box = new ComboBox<String>(FXCollections.observableArrayList(choices));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String item) {
                        return item == null || item.isEmpty()
                                ? kit.text("reports.any")
                                : kit.text(choiceKey(parameter, item));
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException("Choices are chosen: " + text);
                    }
                });
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private static String choiceKey(ReportParameter parameter, String item) {
        var kebab = item.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return "reports.choice." + parameter.name() + "." + kebab;
    }

    private void showPages(@Nullable PagesRendered drawn) {
        if (drawn == null) {
            var empty = kit.empty(Feather.FILE_TEXT, "reports.none", "reports.none-advice");
            empty.getStyleClass().add(Look.PANEL);
            pages.getChildren().setAll(empty);
            return;
        }
        var column = new VBox(18);
        column.setAlignment(Pos.TOP_CENTER);
        column.getStyleClass().add("pages");
        int number = drawn.firstPage();
        for (var page : drawn.pages()) {
            column.getChildren().add(page(page, number++, drawn.pageCount()));
        }
        if (drawn.firstPage() + drawn.pages().size() <= drawn.pageCount()) {
            column.getChildren()
                    .add(
                            kit.button(
                                    "report-next",
                                    "reports.next-pages",
                                    Feather.CHEVRONS_DOWN,
                                    () -> model.showNext(language())));
        }
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setId("report-pages");
        scroll.setAccessibleText(kit.text("reports.pages"));
        scroll.getStyleClass().add("pages-scroll");
        pages.getChildren().setAll(scroll);
    }

    private Node page(byte[] png, int number, int of) {
        var view = new ImageView(Pictures.of(png));
        view.fitWidthProperty().bind(Bindings.min(PAGE_WIDTH, pages.widthProperty().subtract(72)));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(kit.text("reports.page", number, of));
        var sheet = new StackPane(view);
        sheet.getStyleClass().add("page-sheet");
        sheet.setMaxWidth(PAGE_WIDTH);
        var caption = Kit.line(kit.text("reports.page", number, of), Look.SMALL, Look.MUTED);
        var box = Kit.column(6, sheet, caption);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        exports.refresh();
    }

    @Override
    public void changed(Fact fact) {
        if (fact.kind().startsWith("export.")) {
            exports.refresh();
        }
    }

    private final class KindCell extends ListCell<ReportKind> {

        private KindCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ReportKind kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(null);
            if (empty || kind == null) {
                setGraphic(null);
                return;
            }
            var name = Kit.line(kit.text(ReportsViewModel.key(kind)), Look.STRONG);
            var about = kit.text(ReportsViewModel.key(kind) + ".about");
            setGraphic(Kit.column(2, name, Kit.paragraph(about, Look.SMALL, Look.MUTED)));
            setAccessibleText(name.getText());
        }
    }
}
