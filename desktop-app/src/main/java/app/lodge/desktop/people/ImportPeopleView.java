package app.lodge.desktop.people;

import app.lodge.core.books.Problem;
import app.lodge.core.people.PersonnelImport.ImportOutcome;
import app.lodge.core.people.PersonnelImport.Preview;
import app.lodge.core.people.PersonnelImport.PreviewRow;
import app.lodge.core.people.PersonnelImport.RowState;
import app.lodge.desktop.people.ImportPeopleViewModel.Step;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The wizard over a personnel file.
final class ImportPeopleView {

    private final Kit kit;
    private final ImportPeopleViewModel model;
    private final UndoImportViewModel undo;

    ImportPeopleView(Kit kit, ImportPeopleViewModel model, UndoImportViewModel undo) {
        this.kit = kit;
        this.model = model;
        this.undo = undo;
    }

    Sheet sheet() {
        var place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        model.step().subscribe(step -> place.getChildren().setAll(page(step)));
        var problems = new Form(kit, "import", model.problems()).otherProblems();
        var body = Kit.column(16, steps(), problems, place);
        var sheet = new Sheet(kit, kit.text("import.title"), 940, body, model.open());
        var back = kit.button("import-back", "action.back", Feather.ARROW_LEFT, model::back);
        Kit.showWhen(model.step().map(step -> step == Step.COLUMNS || step == Step.PREVIEW), back);
        var look = kit.primary("import-look", "import.preview", Feather.EYE, model::look);
        Kit.showWhen(model.step().map(step -> step == Step.COLUMNS), look);
        var apply = kit.primary("import-apply", "import.apply", Feather.CHECK, model::apply);
        Kit.showWhen(model.step().map(step -> step == Step.PREVIEW), apply);
        List.of(look, apply).forEach(button -> button.disableProperty().bind(model.busy()));
        var takeBack =
                kit.button(
                        "import-undo",
                        "import.undo",
                        Feather.ROTATE_CCW,
                        () -> {
                            model.open().set(false);
                            undo.ask();
                        });
        Kit.showWhen(
                Bindings.createBooleanBinding(
                        () -> model.step().get() == Step.RESULT && undo.newest().get() != null,
                        model.step(),
                        undo.newest()),
                takeBack);
        return sheet.action(takeBack).action(back).action(look).action(apply);
    }

    private Node steps() {
        var row = Kit.row(8);
        for (var step : Step.values()) {
            var words = (step.ordinal() + 1) + "  " + Wording.of(kit.texts(), "import.step", step);
            var badge = Kit.line(words, "wizard-step");
            model.step()
                    .subscribe(now -> {
                        badge.getStyleClass().remove("wizard-step-now");
                        if (now == step) {
                            badge.getStyleClass().add("wizard-step-now");
                        }
                    });
            row.getChildren().add(badge);
        }
        return row;
    }

    private Node page(Step step) {
        return switch (step) {
            case FILE -> filePage();
            case COLUMNS -> columnsPage();
            case PREVIEW -> {
                var preview = model.preview().get();
                yield preview == null ? new VBox() : previewPage(preview);
            }
            case RESULT -> {
                var outcome = model.outcome().get();
                yield outcome == null ? new VBox() : resultPage(outcome);
            }
        };
    }

    private Node filePage() {
        var choose =
                kit.primary("import-choose", "import.choose-action", Feather.FOLDER, model::choose);
        choose.disableProperty().bind(model.busy());
        var empty = kit.empty(Feather.FILE_TEXT, "import.file-title", "import.file-advice", choose);
        empty.setMinHeight(300);
        return empty;
    }

    private Node columnsPage() {
        var grid = new GridPane(14, 8);
        grid.addRow(
                0,
                Kit.line(kit.text("import.column"), Look.FIELD_LABEL),
                Kit.line(kit.text("import.example"), Look.FIELD_LABEL),
                Kit.line(kit.text("import.field"), Look.FIELD_LABEL));
        int row = 1;
        for (var heading : model.columns().keySet()) {
            var example = Kit.line(example(row - 1), Look.MUTED);
            example.setPrefWidth(280);
            var choice = fieldChoice(heading);
            choice.setId("import-field-" + row);
            grid.addRow(row, Kit.line(heading, Look.STRONG), example, choice);
            row++;
        }
        var keep = new CheckBox(kit.text("import.keep-mapping"));
        keep.setId("import-keep-mapping");
        keep.selectedProperty().bindBidirectional(model.keepMapping());
        return Kit.column(
                14, Kit.paragraph(kit.text("import.columns-advice"), Look.MUTED), grid, keep);
    }

    private String example(int column) {
        var proposal = model.proposal().get();
        if (proposal == null) {
            return "";
        }
        return proposal.firstRows().stream()
                .filter(cells -> column < cells.size())
                .map(cells -> cells.get(column))
                .filter(cell -> !cell.isBlank())
                .limit(2)
                .collect(Collectors.joining(" · "));
    }

    private ComboBox<String> fieldChoice(String heading) {
        var names = new ArrayList<>(List.of(""));
        names.addAll(PersonFields.NAMES);
        var choice = new ComboBox<String>();
        choice.getItems().setAll(names);
        choice.setConverter(
                new javafx.util.StringConverter<>() {
                    @Override
                    public String toString(String field) {
                        return field == null || field.isEmpty()
                                ? kit.text("import.not-used")
                                : fieldName(field);
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException("Fields are chosen: " + text);
                    }
                });
        choice.setAccessibleText(kit.text("import.field-for", heading));
        choice.setPrefWidth(240);
        var value = model.columns().get(heading);
        if (value != null) {
            choice.valueProperty().bindBidirectional(value);
        }
        return choice;
    }

    private String fieldName(String field) {
        return kit.texts().name("person-field", field);
    }

    private Node previewPage(Preview preview) {
        var group = new ToggleGroup();
        var filters = Kit.row(0);
        boolean faulty = preview.count(RowState.FAULTY) > 0;
        var all = filter(group, kit.text("import.all", preview.rows().size()), Optional.empty());
        all.setSelected(!faulty);
        all.getStyleClass().add("left-pill");
        filters.getChildren().add(all);
        for (var state : RowState.values()) {
            var words = kit.text(Wording.key("import.count", state), preview.count(state));
            var button = filter(group, words, Optional.of(state));
            button.getStyleClass().add(state == RowState.FAULTY ? "right-pill" : "center-pill");
            button.setSelected(faulty && state == RowState.FAULTY);
            filters.getChildren().add(button);
        }
        var block = new CheckBox(kit.text("import.block-missing", preview.missing().size()));
        block.setId("import-block-missing");
        block.setWrapText(true);
        block.selectedProperty().bindBidirectional(model.blockMissing());
        block.setVisible(!preview.missing().isEmpty());
        block.setManaged(block.isVisible());
        var table = rows();
        table.setPrefHeight(340);
        return Kit.column(14, filters, table, block);
    }

    private ToggleButton filter(ToggleGroup group, String words, Optional<RowState> state) {
        var button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.show(state);
        });
        return button;
    }

    private javafx.scene.control.TableView<PreviewRow> rows() {
        var table =
                Tables.table(
                        "import-rows",
                        kit.text("import.step.preview"),
                        model.rows(),
                        Kit.line(kit.text("import.no-rows"), Look.MUTED));
        table.getColumns()
                .add(Tables.number(kit.text("import.row"), 70, row -> String.valueOf(row.row())));
        table.getColumns()
                .add(
                        Tables.node(
                                kit.text("import.state"),
                                120,
                                row ->
                                        Kit.badge(
                                                Wording.of(kit.texts(), "row-state", row.state()),
                                                tone(row.state()))));
        table.getColumns()
                .add(Tables.text(kit.text("import.person"), 200, row -> row.details().fullName()));
        table.getColumns()
                .add(Tables.node(kit.text("import.what"), 470, row -> Kit.paragraph(what(row))));
        return table;
    }

    private String what(PreviewRow row) {
        return switch (row.state()) {
            case NEW, UNCHANGED -> "";
            case CHANGED ->
                    row.changedFields().stream()
                            .map(this::fieldName)
                            .collect(Collectors.joining(", "));
            case FAULTY -> row.faults().stream().map(this::fault).collect(Collectors.joining("\n"));
        };
    }

    private String fault(Problem problem) {
        return kit.text("import.fault", problem.field(), Wording.of(kit.texts(), problem));
    }

    private static Look.Tone tone(RowState state) {
        return switch (state) {
            case NEW -> Look.Tone.GOOD;
            case CHANGED -> Look.Tone.ACCENT;
            case UNCHANGED -> Look.Tone.NEUTRAL;
            case FAULTY -> Look.Tone.BAD;
        };
    }

    private Node resultPage(ImportOutcome outcome) {
        var words =
                kit.text(
                        "import.result",
                        outcome.enrolled(),
                        outcome.changed(),
                        outcome.unchanged(),
                        outcome.faulty(),
                        outcome.blocked());
        var said = Kit.paragraph(words, Look.HEADLINE);
        said.setId("import-result");
        var result = Kit.column(12, Kit.icon(Feather.CHECK_CIRCLE), said);
        result.setAlignment(Pos.CENTER);
        result.setMinHeight(260);
        result.getStyleClass().add(Look.EMPTY);
        return result;
    }
}
