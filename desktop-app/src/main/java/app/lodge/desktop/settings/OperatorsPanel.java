package app.lodge.desktop.settings;

import app.lodge.core.books.Scope;
import app.lodge.core.operators.Operator;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who may work with Lodge: added, given a password, a role and a scope, let go.
final class OperatorsPanel {

    private final Kit kit;
    private final SettingsViewModel model;

    OperatorsPanel(Kit kit, SettingsViewModel model) {
        this.kit = kit;
        this.model = model;
        kit.sheets().showWhile(model.operators().open(), this::operatorSheet);
        kit.sheets().showWhile(model.assignment().open(), this::assignmentSheet);
    }

    Node node() {
        var lines = new VBox(2);
        var operators = model.operators().operators();
        ListChangeListener<Operator> refill =
                _ -> lines.getChildren().setAll(operators.stream().map(this::line).toList());
        operators.addListener(refill);
        lines.getChildren().setAll(operators.stream().map(this::line).toList());
        var add =
                kit.button(
                        "operator-add",
                        "operators.add-action",
                        Feather.USER_PLUS,
                        model.operators()::beginAdd);
        return kit.panel("settings.operators", lines, Kit.row(0, add));
    }

    private Node line(Operator operator) {
        var words =
                Kit.column(
                        1,
                        Kit.line(operator.name(), Look.STRONG),
                        Kit.paragraph(standing(operator), Look.SMALL, Look.MUTED));
        var row = Kit.row(12, Pictures.initials(operator.name(), 34), words, Kit.spacer());
        row.getStyleClass().add("list-line");
        if (!operator.active()) {
            row.getChildren()
                    .addAll(
                            Kit.badge(kit.text("operators.inactive"), Look.Tone.NEUTRAL),
                            kit.iconButton(
                                    "operator-reactivate-" + operator.id(),
                                    "operators.reactivate",
                                    Feather.USER_CHECK,
                                    () -> model.operators().reactivate(operator)));
            return row;
        }
        if (operator.lockedUntil() != null) {
            row.getChildren().add(Kit.badge(kit.text("operators.locked"), Look.Tone.CAUTION));
        }
        row.getChildren()
                .add(
                        kit.iconButton(
                                "operator-password-" + operator.id(),
                                "operators.change-password",
                                Feather.KEY,
                                () -> model.operators().beginChange(operator)));
        if (!model.operators().isSelf(operator)) {
            row.getChildren()
                    .addAll(
                            kit.iconButton(
                                    "operator-assign-" + operator.id(),
                                    "operators.assign",
                                    Feather.SHIELD,
                                    () -> model.assignment().begin(operator, model.roles().all())),
                            kit.iconButton(
                                    "operator-deactivate-" + operator.id(),
                                    "operators.deactivate",
                                    Feather.USER_X,
                                    () -> model.operators().deactivate(operator)));
        }
        return row;
    }

    private Sheet operatorSheet() {
        var operators = model.operators();
        var form = new Form(kit, "operator", operators.problems());
        var body = new VBox(14);
        if (operators.addsNew()) {
            body.getChildren()
                    .addAll(
                            form.text("name", operators.name()),
                            form.choice(
                                    "role",
                                    OperatorsViewModel.ROLES,
                                    operators.role(),
                                    value -> Wording.of(kit.texts(), "role", value)));
        }
        body.getChildren()
                .addAll(
                        form.password("password", operators.password()),
                        form.password("repeated", operators.repeated()),
                        form.otherProblems());
        var save = kit.primary("operator-save", "operators.save", Feather.CHECK, operators::save);
        save.disableProperty().bind(operators.busy());
        var title =
                operators.addsNew()
                        ? kit.text("operators.add-title")
                        : kit.text("operators.password-title", operators.name().get());
        return new Sheet(kit, title, 460, body, operators.open()).primary(save);
    }

    /// Role and whose data: `Clerk · Kitchen, Bar`.
    private String standing(Operator operator) {
        var own = operator.ownRole();
        var role = own == null ? Wording.of(kit.texts(), "role", operator.role()) : own.name();
        return switch (operator.scope()) {
            case Scope.Site() -> role;
            case Scope.Departments(var names) -> role + " · " + String.join(", ", names);
        };
    }

    private Sheet assignmentSheet() {
        var assignment = model.assignment();
        var form = new Form(kit, "assignment", assignment.problems());
        var body =
                new VBox(
                        14,
                        form.optionalChoice(
                                "role",
                                model.roles().all(),
                                assignment.role(),
                                role ->
                                        role.id() == 0
                                                ? Wording.of(kit.texts(), "role", role.template())
                                                : role.name()),
                        form.text(
                                "scope",
                                assignment.departments(),
                                kit.text("operators.whole-site")),
                        Kit.paragraph(kit.text("operators.scope-note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        body.setMinHeight(200); // the note's lines are counted only once its width is known
        var save =
                kit.primary("assignment-save", "operators.save", Feather.CHECK, assignment::save);
        save.disableProperty().bind(assignment.busy());
        return new Sheet(
                        kit,
                        kit.text("operators.assign-title", assignment.name()),
                        460,
                        body,
                        assignment.open())
                .primary(save);
    }
}
