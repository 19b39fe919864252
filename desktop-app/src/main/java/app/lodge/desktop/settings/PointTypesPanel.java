package app.lodge.desktop.settings;

import app.lodge.core.points.PointType;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The types of payment points, and the sheet in which one is added or changed.
final class PointTypesPanel {

    private final Kit kit;
    private final PointTypesViewModel model;

    PointTypesPanel(Kit kit, PointTypesViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.open(), this::sheet);
    }

    Node node() {
        var lines = new VBox(2);
        model.types()
                .addListener(
                        (ListChangeListener<PointType>)
                                _ ->
                                        lines.getChildren()
                                                .setAll(
                                                        model.types().stream()
                                                                .map(this::line)
                                                                .toList()));
        var add =
                kit.button(
                        "point-type-add", "point-types.add-action", Feather.PLUS, model::beginAdd);
        return kit.panel(
                "settings.point-types",
                Kit.paragraph(kit.text("point-types.about"), Look.SMALL, Look.MUTED),
                lines,
                Kit.row(0, add));
    }

    private Node line(PointType type) {
        var words =
                Kit.row(
                        8,
                        Kit.line(type.called(kit.texts()), Look.STRONG),
                        Kit.line(type.code(), Look.SMALL, Look.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = Kit.row(12, words);
        if (type.retired()) {
            row.getChildren()
                    .add(Kit.badge(kit.text("point-types.retired-badge"), Look.Tone.NEUTRAL));
        }
        row.getChildren()
                .add(
                        kit.iconButton(
                                "point-type-edit-" + type.code(),
                                "point-types.edit",
                                Feather.EDIT_2,
                                () -> model.edit(type)));
        row.getStyleClass().add("list-line");
        return row;
    }

    private Sheet sheet() {
        var form = new Form(kit, "point-type-form", model.problems());
        var body = new VBox(14);
        if (model.addsNew()) {
            body.getChildren().add(form.text("code", model.code(), "salad-bar"));
        }
        body.getChildren()
                .add(form.text("name", model.name(), kit.text("point-types.name-example")));
        if (!model.addsNew()) {
            body.getChildren()
                    .addAll(
                            Kit.paragraph(
                                    kit.text("point-types.name-note"), Look.SMALL, Look.MUTED),
                            form.toggle("retired", model.retired()));
        }
        body.getChildren().add(form.otherProblems());
        var save = kit.primary("point-type-save", "point-types.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        var title =
                model.addsNew()
                        ? kit.text("point-types.add-title")
                        : kit.text("point-types.edit-title", model.code().get());
        form.focusFirst();
        return new Sheet(kit, title, 480, body, model.open()).primary(save);
    }
}
