package app.lodge.desktop.rollout;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Templates and the chosen one's settings.
final class TemplatesPane {

    private final Kit kit;
    private final TemplatesViewModel model;
    private final Runnable change;
    private final GridPane settings = new GridPane(24, 6);

    /// @param change begins a push
    TemplatesPane(Kit kit, TemplatesViewModel model, Runnable change) {
        this.kit = kit;
        this.model = model;
        this.change = change;
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        settings.getStyleClass().add("tab-content");
        var below = new ScrollPane(settings);
        below.getStyleClass().add("edge-to-edge");
        below.setFocusTraversable(false);
        below.setPrefHeight(260);
        below.setMinHeight(120);
        Kit.showWhen(model.chosen().isNotNull(), below);
        model.chosen().subscribe(this::show);
        var buttons = Kit.row(10, Kit.spacer());
        if (model.mayMake()) {
            buttons.getChildren()
                    .addAll(
                            kit.button(
                                    "template-change", "templates.change", Feather.SLIDERS, change),
                            kit.primary(
                                    "template-make", "templates.make", Feather.PLUS, model::begin));
        }
        return Kit.column(12, buttons, table, below);
    }

    private TableView<Template> table() {
        var table =
                Tables.table(
                        "templates-table",
                        kit.text("rollout.templates"),
                        model.templates(),
                        kit.empty(Feather.COPY, "templates.none", "templates.none-advice"));
        var columns = table.getColumns();
        columns.add(Tables.text(kit.text("templates.column.name"), 240, Template::name));
        columns.add(
                Tables.text(
                        kit.text("packages.column.for"),
                        180,
                        one -> Wording.of(kit.texts(), "device-kind", one.kind())));
        columns.add(Tables.text(kit.text("templates.column.group"), 150, Template::group));
        columns.add(
                Tables.number(
                        kit.text("templates.column.devices"),
                        110,
                        one -> String.valueOf(one.devices())));
        columns.add(
                Tables.time(
                        kit.text("templates.column.changed"), one -> kit.time(one.changedAt())));
        table.getSelectionModel().selectedItemProperty().subscribe(one -> model.chosen().set(one));
        return table;
    }

    private void show(@Nullable Template one) {
        settings.getChildren().clear();
        if (one == null) {
            return;
        }
        int row = 0;
        for (var setting : new TreeMap<>(one.settings()).entrySet()) {
            settings.addRow(
                    row++,
                    Kit.line(kit.text("config." + setting.getKey()), Look.MUTED),
                    Kit.line(setting.getValue()));
        }
    }

    Sheet sheet() {
        var form = new Form(kit, "template", model.problems());
        var body =
                Kit.column(
                        14,
                        Kit.paragraph(kit.text("templates.make-advice"), Look.MUTED),
                        form.text("name", model.name()),
                        form.choice(
                                "kind",
                                List.of(DeviceKind.values()),
                                model.kind(),
                                one -> Wording.of(kit.texts(), "device-kind", one)),
                        form.text("group", model.group(), kit.text("templates.group-prompt")),
                        form.otherProblems());
        var make = kit.primary("template-make-do", "templates.make-do", Feather.CHECK, model::make);
        make.disableProperty().bind(model.busy());
        return new Sheet(kit, kit.text("templates.make-title"), 520, body, model.open())
                .primary(make);
    }
}
