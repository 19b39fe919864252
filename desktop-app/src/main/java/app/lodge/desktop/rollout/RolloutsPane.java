package app.lodge.desktop.rollout;

import app.lodge.core.rollout.DeviceProgress;
import app.lodge.core.rollout.Rollouts.OnDevice;
import app.lodge.core.rollout.Rollouts.Rollout;
import app.lodge.core.rollout.Rollouts.State;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Observed;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Roll-outs with how far they are, and the chosen one device by device.
final class RolloutsPane {

    private final Kit kit;
    private final RolloutsViewModel model;

    RolloutsPane(Kit kit, RolloutsViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var buttons = Kit.row(10, Kit.spacer());
        if (model.mayRollOut()) {
            buttons.getChildren()
                    .addAll(
                            button(
                                    "rollout-stop",
                                    "rollouts.stop",
                                    Feather.PAUSE,
                                    model::halt,
                                    Set.of(State.PLANNED, State.RUNNING)),
                            button(
                                    "rollout-go-on",
                                    "rollouts.go-on",
                                    Feather.PLAY,
                                    model::goOn,
                                    Set.of(State.STOPPED)),
                            button(
                                    "rollout-back",
                                    "rollouts.back",
                                    Feather.ROTATE_CCW,
                                    model::back,
                                    Set.of(State.RUNNING, State.STOPPED, State.DONE, State.ENDED)),
                            kit.primary(
                                    "rollout-new",
                                    "rollouts.new",
                                    Feather.SEND,
                                    model.fresh()::begin));
        }
        return Kit.column(12, buttons, table, devices());
    }

    private Button button(String id, String key, Feather icon, Runnable action, Set<State> in) {
        var button = kit.button(id, key, icon, action);
        button.disableProperty()
                .bind(Observed.holds(model.chosen(), one -> in.contains(one.state())).not());
        return button;
    }

    private TableView<Rollout> table() {
        var table =
                Tables.table(
                        "rollouts-table",
                        kit.text("rollout.rollouts"),
                        model.rollouts(),
                        kit.empty(Feather.SEND, "rollouts.none", "rollouts.none-advice"));
        var columns = table.getColumns();
        columns.add(
                Tables.text(kit.text("rollouts.column.package"), 220, one -> one.what().title()));
        columns.add(Tables.node(kit.text("rollouts.column.state"), 150, this::state));
        columns.add(
                Tables.text(
                        kit.text("rollouts.column.stage"),
                        90,
                        one -> kit.text("rollouts.of", one.stage(), one.stages())));
        columns.add(Tables.node(kit.text("rollouts.column.progress"), 260, this::progress));
        columns.add(
                Tables.time(kit.text("rollouts.column.starts"), one -> kit.time(one.startsAt())));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        return table;
    }

    private Node state(Rollout one) {
        var tone =
                switch (one.state()) {
                    case RUNNING, GOING_BACK -> Look.Tone.ACCENT;
                    case STOPPED -> Look.Tone.BAD;
                    case DONE -> Look.Tone.GOOD;
                    case PLANNED, ENDED, WENT_BACK -> Look.Tone.NEUTRAL;
                };
        return Kit.badge(Wording.of(kit.texts(), "rollout-state", one.state()), tone);
    }

    private Node progress(Rollout one) {
        var installed = one.count(DeviceProgress.INSTALLED);
        var failed = one.count(DeviceProgress.FAILED) + one.count(DeviceProgress.ROLLED_BACK);
        var bar = new ProgressBar(one.devices() == 0 ? 0 : 1.0 * installed / one.devices());
        bar.setPrefWidth(80);
        var words = Kit.line(kit.text("rollouts.of", installed, one.devices()));
        words.setMinWidth(Region.USE_PREF_SIZE);
        bar.setAccessibleText(words.getText());
        var row = Kit.row(8, bar, words);
        if (failed > 0) {
            row.getChildren().add(Kit.badge(kit.text("rollouts.failed", failed), Look.Tone.BAD));
        }
        return row;
    }

    private TableView<OnDevice> devices() {
        var table =
                Tables.table(
                        "rollout-devices",
                        kit.text("rollouts.devices"),
                        model.devices(),
                        kit.empty(Feather.CPU, "rollouts.choose", "rollouts.choose-advice"));
        var columns = table.getColumns();
        columns.add(
                Tables.number(
                        kit.text("rollouts.column.stage"), 80, one -> String.valueOf(one.stage())));
        columns.add(Tables.text(kit.text("pushes.column.device"), 220, OnDevice::label));
        columns.add(Tables.node(kit.text("rollouts.column.state"), 170, this::state));
        columns.add(Tables.text(kit.text("rollouts.column.before"), 170, OnDevice::versionBefore));
        columns.add(Tables.text(kit.text("rollouts.column.detail"), 200, this::detail));
        table.setPrefHeight(260);
        table.setMinHeight(150);
        return table;
    }

    private Node state(OnDevice one) {
        var tone =
                one.state().failed()
                        ? Look.Tone.BAD
                        : switch (one.state()) {
                            case INSTALLED -> Look.Tone.GOOD;
                            case WAITING, NOT_BEGUN, WENT_BACK -> Look.Tone.NEUTRAL;
                            default -> Look.Tone.ACCENT;
                        };
        return Kit.badge(Wording.of(kit.texts(), "rollout-progress", one.state()), tone);
    }

    /// What the device said, in words where it used one of the protocol's.
    private String detail(OnDevice one) {
        var key = "rollout-detail." + one.detail().toLowerCase().replace('_', '-');
        if (!one.detail().isEmpty()) {
            return kit.texts().has(key) ? kit.text(key) : one.detail();
        }
        return one.state() == DeviceProgress.DOWNLOADING
                ? kit.text("rollouts.received", one.received() / 1024)
                : "";
    }
}
