package app.lodge.desktop.devices;

import app.lodge.core.devices.DeviceCare.Command;
import app.lodge.core.devices.DeviceCare.Refusal;
import app.lodge.core.devices.DeviceCare.State;
import app.lodge.core.devices.DeviceCare.Verb;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What staff order a device to do, with results; its revocation; what the network refused.
final class DeviceCarePane {

    private final Kit kit;
    private final DeviceCareViewModel care;
    private final boolean may;
    private final VBox lines = new VBox(8);

    DeviceCarePane(Kit kit, DeviceCareViewModel care, boolean may) {
        this.kit = kit;
        this.care = care;
        this.may = may;
    }

    Node node() {
        var whole = new VBox(16);
        if (may) {
            var buttons =
                    new FlowPane(
                            10,
                            10,
                            order("device-locate", Verb.LOCATE, Feather.MAP_PIN),
                            order("device-restart", Verb.RESTART, Feather.REFRESH_CW),
                            order("device-renew", Verb.RENEW, Feather.AWARD),
                            order("device-lock", Verb.LOCK, Feather.LOCK),
                            order("device-unlock", Verb.UNLOCK, Feather.UNLOCK),
                            order("device-log", Verb.LOG, Feather.FILE_TEXT),
                            order("device-totals", Verb.TOTALS, Feather.HASH),
                            kit.button(
                                    "device-revoke",
                                    "devices.revoke-action",
                                    Feather.SLASH,
                                    () -> care.revoking().set(true)));
            whole.getChildren().add(buttons);
        }
        whole.getChildren().add(lines);
        care.commands().addListener((ListChangeListener<Command>) _ -> fill());
        fill();
        return whole;
    }

    private Node order(String id, Verb verb, Feather icon) {
        return kit.button(
                id,
                "device-order-do." + verb.name().toLowerCase(Locale.ROOT),
                icon,
                () -> care.order(verb));
    }

    private void fill() {
        lines.getChildren().clear();
        if (care.commands().isEmpty()) {
            lines.getChildren()
                    .add(kit.empty(Feather.RADIO, "devices.no-orders", "devices.no-orders-advice"));
        }
        for (var command : care.commands()) {
            var row =
                    Kit.row(
                            10,
                            Kit.line(Wording.of(kit.texts(), "device-order", command.verb())),
                            Kit.line(kit.time(command.orderedAt()), Look.SMALL, Look.MUTED),
                            Kit.line(command.detail(), Look.SMALL, Look.MUTED),
                            Kit.spacer(),
                            Kit.badge(
                                    Wording.of(kit.texts(), "device-order-state", command.state()),
                                    tone(command.state())));
            if (may && command.state() == State.ASKED) {
                row.getChildren()
                        .add(
                                kit.button(
                                        "confirm-" + command.number(),
                                        "devices.confirm-order",
                                        Feather.CHECK,
                                        () -> care.confirm(command)));
            }
            row.getStyleClass().add("list-line");
            lines.getChildren().add(row);
        }
    }

    private static Look.Tone tone(State state) {
        return switch (state) {
            case ASKED -> Look.Tone.CAUTION;
            case WAITING -> Look.Tone.ACCENT;
            case DONE -> Look.Tone.GOOD;
            case FAILED -> Look.Tone.BAD;
            case EXPIRED -> Look.Tone.CAUTION;
        };
    }

    Sheet revoke() {
        var device = care.device().get();
        var label = device == null ? "" : device.label();
        var body = Kit.column(14, Kit.paragraph(kit.text("devices.revoke-advice", label)));
        var button =
                kit.primary("device-revoke-do", "devices.revoke-do", Feather.SLASH, care::revoke);
        button.disableProperty().bind(care.busy());
        return new Sheet(kit, kit.text("devices.revoke-title"), 520, body, care.revoking())
                .primary(button);
    }

    Sheet refusals() {
        var table =
                Tables.table(
                        "device-refusals",
                        kit.text("devices.refusals-title"),
                        care.refusals(),
                        kit.empty(
                                Feather.SHIELD,
                                "devices.no-refusals",
                                "devices.no-refusals-advice"));
        table.setPrefHeight(420);
        table.getColumns()
                .add(Tables.time(kit.text("devices.event.at"), row -> kit.time(row.at())));
        table.getColumns().add(Tables.text(kit.text("devices.refusal.name"), 130, Refusal::name));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("devices.refusal.what"),
                                240,
                                row -> Wording.of(kit.texts(), "device-refused", row.what())));
        table.getColumns()
                .add(Tables.text(kit.text("devices.refusal.why"), 260, row -> why(row.detail())));
        var body =
                Kit.column(
                        14, Kit.paragraph(kit.text("devices.refusals-advice"), Look.MUTED), table);
        var done =
                kit.primary(
                        "refusals-done",
                        "action.done",
                        Feather.CHECK,
                        () -> care.showingRefusals().set(false));
        return new Sheet(kit, kit.text("devices.refusals-title"), 820, body, care.showingRefusals())
                .informing()
                .primary(done);
    }

    /// A word of the network in a sentence, where there is one.
    private String why(String detail) {
        var key = "device-why." + detail.toLowerCase(Locale.ROOT).replace('_', '-');
        return detail.matches("[A-Z_]+") && kit.texts().has(key) ? kit.text(key) : detail;
    }
}
