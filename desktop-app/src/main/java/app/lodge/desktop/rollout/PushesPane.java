package app.lodge.desktop.rollout;

import app.lodge.core.devices.Pushes.Conflict;
import app.lodge.core.devices.Pushes.Push;
import app.lodge.core.devices.Pushes.Sent;
import app.lodge.core.devices.Pushes.Winner;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Pushes with how far each is confirmed, the chosen one's devices, and the conflicts with panels.
final class PushesPane {

    private final Kit kit;
    private final PushesViewModel model;

    PushesPane(Kit kit, PushesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node pushes() {
        var table = table();
        var devices = sent();
        VBox.setVgrow(table, Priority.ALWAYS);
        var undo = kit.button("push-undo", "pushes.undo", Feather.ROTATE_CCW, model::beginUndo);
        undo.disableProperty()
                .bind(Observed.holds(model.chosen(), one -> one.undoneBy() == null).not());
        var begin = kit.primary("push-new", "pushes.new", Feather.SEND, model::begin);
        var buttons = Kit.row(10, Kit.spacer());
        if (model.mayPush()) {
            buttons.getChildren().addAll(undo, begin);
        }
        return Kit.column(12, buttons, table, devices);
    }

    private TableView<Push> table() {
        var table =
                Tables.table(
                        "pushes-table",
                        kit.text("rollout.pushes"),
                        model.pushes(),
                        kit.empty(Feather.SEND, "pushes.none", "pushes.none-advice"));
        var columns = table.getColumns();
        columns.add(Tables.time(kit.text("pushes.column.at"), one -> kit.time(one.at())));
        columns.add(
                Tables.text(
                        kit.text("pushes.column.kind"),
                        130,
                        one -> Wording.of(kit.texts(), "push-kind", one.kind())));
        columns.add(
                Tables.text(
                        kit.text("pushes.column.settings"),
                        320,
                        one ->
                                one.settings().stream()
                                        .map(key -> kit.text("config." + key))
                                        .collect(Collectors.joining(", "))));
        columns.add(Tables.node(kit.text("pushes.column.confirmed"), 150, this::confirmed));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        return table;
    }

    private Node confirmed(Push push) {
        return Kit.badge(
                kit.text("pushes.confirmed-of", push.confirmed(), push.devices()),
                push.confirmed() == push.devices() ? Look.Tone.GOOD : Look.Tone.CAUTION);
    }

    private TableView<Sent> sent() {
        var table =
                Tables.table(
                        "push-devices",
                        kit.text("pushes.devices"),
                        model.sent(),
                        kit.empty(Feather.CPU, "pushes.choose", "pushes.choose-advice"));
        var columns = table.getColumns();
        columns.add(
                Tables.text(kit.text("pushes.column.device"), 220, one -> one.change().label()));
        columns.add(
                Tables.text(
                        kit.text("pushes.column.setting"),
                        220,
                        one -> kit.text("config." + one.change().setting())));
        columns.add(
                Tables.text(
                        kit.text("pushes.column.change"),
                        220,
                        one -> kit.text("pushes.from-to", one.change().from(), one.change().to())));
        columns.add(
                Tables.node(
                        kit.text("pushes.column.confirmed"),
                        140,
                        one ->
                                Kit.badge(
                                        kit.text(
                                                one.confirmed()
                                                        ? "pushes.is-confirmed"
                                                        : "pushes.is-waiting"),
                                        one.confirmed() ? Look.Tone.GOOD : Look.Tone.CAUTION)));
        table.setPrefHeight(220);
        table.setMinHeight(140);
        return table;
    }

    Node conflicts() {
        var table =
                Tables.table(
                        "conflicts-table",
                        kit.text("rollout.conflicts"),
                        model.conflicts(),
                        kit.empty(Feather.CHECK, "pushes.no-conflicts", "pushes.conflicts-advice"));
        var columns = table.getColumns();
        columns.add(Tables.text(kit.text("pushes.column.device"), 170, Conflict::label));
        columns.add(
                Tables.text(
                        kit.text("pushes.column.setting"),
                        170,
                        one -> kit.text("config." + one.setting())));
        columns.add(Tables.text(kit.text("pushes.column.desk"), 180, this::desk));
        columns.add(Tables.text(kit.text("pushes.column.panel"), 180, this::panel));
        columns.add(
                Tables.node(
                        kit.text("pushes.column.holds"),
                        120,
                        one ->
                                Kit.badge(
                                        Wording.of(kit.texts(), "push-winner", one.winner()),
                                        one.winner() == Winner.DESK
                                                ? Look.Tone.ACCENT
                                                : Look.Tone.CAUTION)));
        VBox.setVgrow(table, Priority.ALWAYS);
        var seen =
                kit.button(
                        "conflict-seen",
                        "pushes.take-note",
                        Feather.CHECK,
                        () -> {
                            var one = table.getSelectionModel().getSelectedItem();
                            if (one != null) {
                                model.seen(one);
                            }
                        });
        seen.disableProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .map(one -> one.seenAt() != null || !model.mayPush())
                                .orElse(true));
        return Kit.column(12, Kit.row(10, Kit.spacer(), seen), table);
    }

    private String desk(Conflict one) {
        return kit.text("pushes.value-at", one.deskValue(), kit.time(one.deskAt()));
    }

    private String panel(Conflict one) {
        return kit.text("pushes.value-at", one.panelValue(), kit.time(one.panelAt()));
    }
}
