package app.lodge.desktop.purses;

import app.lodge.desktop.purses.PurseAlarmsViewModel.Row;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What does not add up, card by card, and what to do about it.
public final class PurseAlarmsView {

    private final Kit kit;
    private final PurseAlarmsViewModel model;

    public PurseAlarmsView(Kit kit, PurseAlarmsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    public Sheet sheet() {
        var lines = new VBox(14);
        lines.setId("purse-alarms");
        model.rows().addListener((ListChangeListener<Row>) _ -> fill(lines));
        fill(lines);
        var again =
                kit.primary(
                        "purse-alarms-again",
                        "purse-file.again",
                        Feather.REFRESH_CW,
                        model::refresh);
        again.disableProperty().bind(model.busy());
        var body = Kit.column(16, Kit.paragraph(kit.text("purse-alarms.advice")), lines);
        return new Sheet(kit, kit.text("purse-alarms.title"), 680, body, model.open())
                .informing()
                .primary(again);
    }

    private void fill(VBox lines) {
        if (model.rows().isEmpty()) {
            lines.getChildren()
                    .setAll(
                            kit.empty(
                                    Feather.CHECK_CIRCLE,
                                    "purse-alarms.none",
                                    "purse-alarms.none-advice"));
            return;
        }
        lines.getChildren().setAll(model.rows().stream().map(this::line).toList());
    }

    private Node line(Row row) {
        var alarm = row.alarm();
        var settled = alarm.settledAt();
        var head =
                Kit.row(
                        10,
                        Kit.line(row.card(), Look.MONO, Look.STRONG),
                        settled == null
                                ? Kit.badge(kit.text("purse-alarms.open"), Look.Tone.BAD)
                                : Kit.badge(
                                        kit.text("purse-alarms.looked-into", kit.time(settled)),
                                        Look.Tone.NEUTRAL));
        var where =
                kit.text(
                        "purse-alarms.where",
                        String.valueOf(alarm.counter()),
                        kit.time(alarm.foundAt()),
                        String.valueOf(alarm.number()));
        var line =
                Kit.column(
                        4,
                        head,
                        Kit.paragraph(Wording.of(kit.texts(), "purse.finding", alarm.finding())),
                        Kit.paragraph(where, Look.SMALL, Look.MUTED));
        if (settled == null) {
            line.getChildren().add(actions(row));
        }
        return line;
    }

    private Node actions(Row row) {
        long number = row.alarm().number();
        var holder =
                kit.button(
                        "purse-alarm-holder-" + number,
                        "purse-alarms.holder",
                        Feather.USER,
                        () -> model.openHolder(row));
        holder.setDisable(row.medium().isEmpty());
        var actions = Kit.row(8, holder);
        if (model.maySettle()) {
            var settle =
                    kit.button(
                            "purse-alarm-settle-" + number,
                            "purse-alarms.settle",
                            Feather.CHECK,
                            () -> model.settle(row));
            settle.disableProperty().bind(model.busy());
            actions.getChildren().add(settle);
        }
        return actions;
    }
}
