package app.lodge.desktop.rights;

import app.lodge.core.groups.Groups.Group;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.RightDrafts.Draft;
import app.lodge.core.rights.Rights.Plan;
import app.lodge.desktop.rights.RightsViewModel.Line;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What there is to use at the left, the rules about the chosen one at the right.
final class ResourcesPane {

    private final Kit kit;
    private final RightsViewModel model;
    private final TableView<Resource> resources;

    ResourcesPane(Kit kit, RightsViewModel model) {
        this.kit = kit;
        this.model = model;
        resources = resources();
        kit.sheets().showWhile(model.fresh().open(), this::addSheet);
        kit.sheets().showWhile(model.ruling(), this::ruleSheet);
    }

    Node node() {
        var rules = rules();
        VBox.setVgrow(resources, Priority.ALWAYS);
        VBox.setVgrow(rules, Priority.ALWAYS);
        var above = Kit.row(8, Kit.spacer());
        var beside = Kit.row(8, Kit.spacer());
        if (model.mayChange()) {
            above.getChildren()
                    .add(
                            kit.button(
                                    "resource-add",
                                    "rights.add-resource",
                                    Feather.PLUS,
                                    model.fresh()::begin));
            var rule = kit.primary("rule-add", "rights.add-rule", Feather.USERS, model::beginRule);
            rule.disableProperty().bind(model.chosen().isNull());
            beside.getChildren().add(rule);
        }
        var left = Kit.column(10, above, resources);
        left.setMinWidth(320);
        left.setPrefWidth(400);
        var right = Kit.column(10, beside, rules);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(20, left, right);
    }

    void focus() {
        if (resources.getSelectionModel().isEmpty()) {
            resources.getSelectionModel().selectFirst();
        }
        resources.requestFocus();
    }

    private TableView<Resource> resources() {
        var table =
                Tables.table(
                        "resources-table",
                        kit.text("rights.resources"),
                        model.resources(),
                        kit.empty(
                                Feather.KEY, "rights.no-resources", "rights.no-resources-advice"));
        table.getColumns().add(Tables.text(kit.text("rights.column.name"), 220, Resource::name));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("rights.column.kind"),
                                110,
                                one -> Wording.of(kit.texts(), "right-resource", one.kind())));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.choose(one);
                    }
                });
        model.resources()
                .addListener(
                        (ListChangeListener<Resource>)
                                _ -> {
                                    if (table.getSelectionModel().isEmpty()) {
                                        table.getSelectionModel().selectFirst();
                                    }
                                });
        return table;
    }

    private TableView<Line> rules() {
        var table =
                Tables.table(
                        "rules-table",
                        kit.text("rights.rules"),
                        model.rules(),
                        kit.empty(Feather.SLASH, "rights.no-rules", "rights.no-rules-advice"));
        table.getColumns().add(Tables.text(kit.text("rights.column.holder"), 210, Line::holder));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("rights.column.rule"),
                                330,
                                line -> RuleWords.of(kit, line.rule(), line.plan(), null)));
        if (model.mayChange()) {
            table.getColumns().add(Tables.node("", 52, this::withdraw));
        }
        return table;
    }

    private Node withdraw(Line line) {
        var button =
                kit.iconButton(
                        "rule-withdraw-" + line.rule().id().number(),
                        "rights.withdraw-action",
                        Feather.TRASH_2,
                        () -> model.withdraw(line));
        button.getStyleClass().add("small");
        return button;
    }

    private Sheet addSheet() {
        var fresh = model.fresh();
        var form = new Form(kit, "resource-form", fresh.problems());
        var body =
                new VBox(
                        16,
                        form.text("name", fresh.name()),
                        form.choice(
                                "kind",
                                List.of(Resource.Kind.values()),
                                fresh.kind(),
                                kind -> Wording.of(kit.texts(), "right-resource", kind)),
                        form.otherProblems());
        var save = kit.primary("resource-save", "settings.save", Feather.CHECK, fresh::add);
        save.disableProperty().bind(fresh.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("rights.add-resource-title"), 460, body, fresh.open())
                .primary(save);
    }

    private Sheet ruleSheet() {
        var form = new Form(kit, "rule-form", model.problems());
        var body =
                new VBox(
                        16,
                        form.<Group>optionalChoice(
                                "group", model.groups(), model.group(), Group::name),
                        form.choice(
                                "effect",
                                List.of(Effect.values()),
                                model.effect(),
                                effect -> Wording.of(kit.texts(), "right-effect", effect)),
                        form.<Plan>optionalChoice("plan", model.plans(), model.plan(), Plan::name),
                        Form.row(
                                form.text(
                                        "from",
                                        model.span().from(),
                                        kit.text("rights-form.moment-prompt")),
                                form.text(
                                        "until",
                                        model.span().until(),
                                        kit.text("rights-form.moment-prompt"))),
                        form.<Draft>optionalChoice(
                                "into", model.drafts(), model.into(), Draft::name),
                        form.otherProblems());
        var save = kit.primary("rule-save", "settings.save", Feather.CHECK, model::putRule);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        return new Sheet(kit, kit.text("rights.add-rule-title"), 480, body, model.ruling())
                .primary(save);
    }
}
