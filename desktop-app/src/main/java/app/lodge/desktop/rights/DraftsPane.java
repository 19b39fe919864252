package app.lodge.desktop.rights;

import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.RightDrafts.Preview;
import app.lodge.core.rights.RightDrafts.State;
import app.lodge.desktop.rights.DraftsViewModel.Line;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Drafts at the left; at the right who gains and who loses by the chosen one.
final class DraftsPane {

    /// Of changes, without scrolling.
    private static final int MOST_LINES = 4;

    private static final double LINES_HEIGHT = 150;

    private final Kit kit;
    private final DraftsViewModel model;
    private final TableView<Line> affected;
    private final StackPane place = new StackPane();

    DraftsPane(Kit kit, DraftsViewModel model) {
        this.kit = kit;
        this.model = model;
        affected = affected();
        model.preview().subscribe(this::show);
        kit.sheets().showWhile(model.naming(), this::nameSheet);
    }

    Node node() {
        var drafts = drafts();
        VBox.setVgrow(drafts, Priority.ALWAYS);
        var above =
                Kit.row(
                        8,
                        Kit.spacer(),
                        kit.button("draft-add", "rights.add-draft", Feather.PLUS, model::beginNew));
        var left = Kit.column(10, above, drafts);
        left.setMinWidth(300);
        left.setPrefWidth(360);
        HBox.setHgrow(place, Priority.ALWAYS);
        return new HBox(20, left, place);
    }

    private TableView<Draft> drafts() {
        var table =
                Tables.table(
                        "drafts-table",
                        kit.text("rights.drafts"),
                        model.drafts(),
                        kit.empty(Feather.EDIT_3, "rights.no-drafts", "rights.no-drafts-advice"));
        table.getColumns().add(Tables.text(kit.text("rights.column.name"), 200, Draft::name));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("rights.column.state"),
                                130,
                                one -> Wording.of(kit.texts(), "right-draft", one.state())));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.choose(one);
                    }
                });
        return table;
    }

    private void show(@Nullable Preview preview) {
        if (preview == null) {
            place.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.EDIT_3,
                                    "rights.no-draft-chosen",
                                    "rights.no-drafts-advice"));
            return;
        }
        var draft = preview.draft();
        var head =
                Kit.row(
                        8,
                        Kit.column(
                                2,
                                Kit.paragraph(draft.name(), Look.HEADLINE),
                                Kit.line(
                                        kit.text(
                                                "rights.preview",
                                                preview.people(),
                                                draft.changes().size()),
                                        Look.MUTED)),
                        Kit.spacer());
        if (draft.state() == State.OPEN) {
            var publish =
                    kit.primary(
                            "draft-publish",
                            "rights.publish-action",
                            Feather.CHECK,
                            () -> model.publish(preview));
            publish.disableProperty().bind(model.busy());
            publish.setVisible(!draft.changes().isEmpty());
            head.getChildren()
                    .addAll(
                            kit.button(
                                    "draft-discard",
                                    "rights.discard-action",
                                    Feather.TRASH_2,
                                    () -> model.discard(draft)),
                            publish);
        }
        VBox.setVgrow(affected, Priority.ALWAYS);
        place.getChildren().setAll(new VBox(14, head, changes(draft), affected));
    }

    /// What the draft says, line by line, each to be taken out again.
    private Node changes(Draft draft) {
        var lines = new VBox(4);
        lines.setId("draft-changes");
        for (var change : model.changes()) {
            var row = Kit.row(8, Kit.paragraph(change.words(kit)), Kit.spacer());
            if (draft.state() == State.OPEN) {
                var drop =
                        kit.iconButton(
                                "draft-drop-" + change.position(),
                                "rights.drop-action",
                                Feather.TRASH_2,
                                () -> model.drop(draft, change.change()));
                drop.getStyleClass().add("small");
                drop.disableProperty().bind(model.busy());
                row.getChildren().add(drop);
            }
            lines.getChildren().add(row);
        }
        if (model.changes().size() <= MOST_LINES) {
            return lines;
        }
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(LINES_HEIGHT);
        scroll.setPrefHeight(LINES_HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private TableView<Line> affected() {
        var table =
                Tables.table(
                        "affected-table",
                        kit.text("rights.affected"),
                        model.affected(),
                        kit.empty(Feather.USERS, "rights.nobody", "rights.nobody-advice"));
        table.getColumns().add(Tables.node(kit.text("rights.column.effect"), 140, this::change));
        table.getColumns().add(Tables.text(kit.text("rights.column.holder"), 190, Line::name));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("rights.column.what"),
                                170,
                                line -> line.resource().name()));
        table.getColumns()
                .add(
                        Tables.time(
                                kit.text("rights.column.first"),
                                line -> kit.time(line.affected().first())));
        return table;
    }

    private Node change(Line line) {
        var one = line.affected();
        if (one.loses().isZero()) {
            return Kit.badge(kit.text("rights.gains"), Look.Tone.GOOD);
        }
        return one.gains().isZero()
                ? Kit.badge(kit.text("rights.loses"), Look.Tone.BAD)
                : Kit.badge(kit.text("rights.both"), Look.Tone.CAUTION);
    }

    private Sheet nameSheet() {
        var form = new Form(kit, "draft-form", model.problems());
        var body = new VBox(16, form.text("name", model.name()), form.otherProblems());
        var save = kit.primary("draft-save", "settings.save", Feather.CHECK, model::create);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("rights.add-draft-title"), 460, body, model.naming())
                .primary(save);
    }
}
