package app.lodge.desktop.exports;

import app.lodge.core.exports.Entity;
import app.lodge.core.exports.Exports.Schedule;
import app.lodge.core.exports.Format;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The daily exports, and what can be done with the chosen one.
public final class ExportsPane {

    private final Kit kit;
    private final ExportsViewModel model;
    private final TableView<Schedule> table;

    public ExportsPane(Kit kit, ExportsViewModel model) {
        this.kit = kit;
        this.model = model;
        table = table();
        kit.sheets().showWhile(model.open(), this::sheet);
    }

    public Node node() {
        VBox.setVgrow(table, Priority.ALWAYS);
        var add = kit.primary("export-add", "exports-desk.add", Feather.PLUS, model::beginNew);
        var head =
                Kit.row(
                        8,
                        Kit.spacer(),
                        onChosen("export-run", "exports-desk.run", Feather.PLAY, model::runNow),
                        onChosen(
                                "export-change",
                                "exports-desk.change",
                                Feather.EDIT_2,
                                model::beginChange),
                        onChosen(
                                "export-remove",
                                "exports-desk.remove",
                                Feather.TRASH_2,
                                model::remove),
                        add);
        return Kit.column(12, head, table);
    }

    private Button onChosen(String id, String key, Feather icon, Runnable action) {
        var button = kit.button(id, key, icon, action);
        button.disableProperty().bind(model.chosen().isNull().or(model.busy()));
        return button;
    }

    private TableView<Schedule> table() {
        var all =
                Tables.table(
                        "exports-table",
                        kit.text("exports-desk.title"),
                        model.schedules(),
                        kit.empty(Feather.SHARE, "exports-desk.none", "exports-desk.none-advice"));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("exports-desk.column.what"),
                                140,
                                one -> what(one.daily().entity())));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("exports-desk.column.format"),
                                76,
                                one -> one.daily().format().name()));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("exports-desk.column.folder"),
                                220,
                                one -> one.daily().folder()));
        all.getColumns()
                .add(
                        Tables.text(
                                kit.text("exports-desk.column.at"),
                                86,
                                one -> one.daily().at().toString()));
        all.getColumns().add(Tables.time(kit.text("exports-desk.column.last"), this::last));
        all.getColumns().add(Tables.node(kit.text("exports-desk.column.state"), 230, this::state));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        return all;
    }

    private String what(Entity entity) {
        return Wording.of(kit.texts(), "exports-desk.entity", entity);
    }

    private String last(Schedule one) {
        var at = one.writtenAt();
        return at == null ? "–" : kit.time(at);
    }

    private Node state(Schedule one) {
        if (one.failedAt() != null) {
            var badge = Kit.badge(kit.text("exports-desk.failed-badge"), Look.Tone.BAD);
            return Kit.row(8, badge, Kit.line(one.failure(), Look.SMALL, Look.MUTED));
        }
        return one.writtenAt() == null
                ? Kit.badge(kit.text("exports-desk.waiting-badge"), Look.Tone.NEUTRAL)
                : Kit.badge(kit.text("exports-desk.written-badge"), Look.Tone.GOOD);
    }

    private Sheet sheet() {
        var form = new Form(kit, "export-form", model.problems());
        var body =
                new VBox(
                        16,
                        Form.row(
                                form.choice(
                                        "entity",
                                        List.of(Entity.values()),
                                        model.entity(),
                                        this::what),
                                form.choice(
                                        "format",
                                        List.of(Format.values()),
                                        model.format(),
                                        Format::name)),
                        form.text("folder", model.folder(), kit.text("export-form.folder-prompt")),
                        form.text("at", model.at(), "23:30"),
                        Kit.paragraph(kit.text("export-form.note"), Look.SMALL, Look.MUTED),
                        form.otherProblems());
        var save = kit.primary("export-save", "settings.save", Feather.CHECK, model::save);
        save.disableProperty().bind(model.busy());
        form.focusFirst();
        var title = kit.text(model.isNew() ? "export-form.title-new" : "export-form.title");
        return new Sheet(kit, title, 540, body, model.open()).primary(save);
    }
}
