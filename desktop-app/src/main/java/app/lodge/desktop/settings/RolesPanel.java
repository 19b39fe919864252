package app.lodge.desktop.settings;

import app.lodge.core.operators.StaffRole;
import app.lodge.core.people.PersonField;
import app.lodge.core.texts.Texts;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The site's own roles, and the sheet in which one is made.
final class RolesPanel {

    private final Kit kit;
    private final RolesViewModel model;

    RolesPanel(Kit kit, RolesViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.open(), this::sheet);
    }

    Node node() {
        var lines = new VBox(2);
        Runnable refill =
                () ->
                        lines.getChildren()
                                .setAll(
                                        model.own().isEmpty()
                                                ? List.of(
                                                        Kit.paragraph(
                                                                kit.text("roles.none-of-its-own"),
                                                                Look.SMALL,
                                                                Look.MUTED))
                                                : model.own().stream().map(this::line).toList());
        model.all().addListener((ListChangeListener<StaffRole>) _ -> refill.run());
        refill.run();
        var add = kit.button("role-add", "roles.add-action", Feather.PLUS, model::beginAdd);
        return kit.panel("settings.roles", lines, Kit.row(0, add));
    }

    private Node line(StaffRole role) {
        var words =
                Kit.column(
                        1,
                        Kit.line(role.name(), Look.STRONG),
                        Kit.paragraph(
                                kit.text(
                                        "roles.summary",
                                        Wording.of(kit.texts(), "role", role.template()),
                                        role.permissions().size(),
                                        role.hiddenFields().size()),
                                Look.SMALL,
                                Look.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row =
                Kit.row(
                        12,
                        words,
                        kit.iconButton(
                                "role-edit-" + role.id(),
                                "roles.edit",
                                Feather.EDIT_2,
                                () -> model.begin(role)),
                        kit.iconButton(
                                "role-remove-" + role.id(),
                                "roles.remove",
                                Feather.TRASH_2,
                                () -> model.remove(role)));
        row.getStyleClass().add("list-line");
        return row;
    }

    private Sheet sheet() {
        var form = new Form(kit, "role-form", model.problems());
        var body = new VBox(14);
        body.getChildren().add(form.text("name", model.name(), kit.text("roles.name-example")));
        if (model.addsNew()) {
            body.getChildren()
                    .add(
                            form.choice(
                                    "template",
                                    OperatorsViewModel.ROLES,
                                    model.template(),
                                    role -> Wording.of(kit.texts(), "role", role)));
        }
        var permissions = columns();
        model.granted()
                .forEach((permission, on) ->
                        tick(
                                permissions,
                                "role-may-" + permission.ordinal(),
                                Wording.of(kit.texts(), "permission", permission),
                                on));
        var fields = columns();
        model.hidden()
                .forEach((field, on) ->
                        tick(
                                fields,
                                "role-hides-" + field,
                                kit.text(
                                        PersonField.named(field)
                                                .map(one -> "roles.field." + Texts.kebab(one))
                                                .orElse("hidden-field." + field)),
                                on));
        body.getChildren()
                .addAll(
                        Kit.line(kit.text("roles.permissions"), Look.FIELD_LABEL),
                        permissions,
                        Kit.line(kit.text("roles.hidden-fields"), Look.FIELD_LABEL),
                        fields,
                        form.otherProblems());
        var save = kit.primary("role-save", "roles.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        var title =
                model.addsNew()
                        ? kit.text("roles.add-title")
                        : kit.text("roles.edit-title", model.name().get());
        form.focusFirst();
        return new Sheet(kit, title, 560, body, model.open()).primary(save);
    }

    private static GridPane columns() {
        var grid = new GridPane(16, 8);
        for (var i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static void tick(GridPane grid, String id, String words, BooleanProperty on) {
        var box = new CheckBox(words);
        box.setId(id);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(on);
        var place = grid.getChildren().size();
        grid.add(box, place % 2, place / 2);
    }
}
