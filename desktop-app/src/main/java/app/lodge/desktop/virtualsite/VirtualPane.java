package app.lodge.desktop.virtualsite;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.VirtualSite.Act;
import app.lodge.core.virtualsite.VirtualSite.Standing;
import app.lodge.desktop.shell.Form;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PersonField;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The virtual devices on the left, with what may happen to the chosen one; the crowd on the right.
public final class VirtualPane {

    private static final List<DeviceKind> KINDS =
            List.of(
                    DeviceKind.PAYMENT_POINT,
                    DeviceKind.LOCKER_CABINET,
                    DeviceKind.KIOSK,
                    DeviceKind.PHONE,
                    DeviceKind.SAFE);

    /// What hands cash out, too.
    private static final Set<DeviceKind> CASH = Set.of(DeviceKind.KIOSK, DeviceKind.PHONE);

    private static final Set<DeviceKind> TAKES_CASH =
            Set.of(DeviceKind.KIOSK, DeviceKind.PHONE, DeviceKind.SAFE);

    /// A line that is bad enough to see it, and good enough to pay over.
    private static final Disturbance BAD = new Disturbance(50, 50, 50, 20, Duration.ofMillis(300));

    private static final Duration WRONG_BY = Duration.ofMinutes(10);
    private static final int LITTLE_MEMORY = 3;
    private static final double TABLE_HEIGHT = 178;
    private static final String JAM = "NOTE_JAM";

    private final Kit kit;
    private final VirtualViewModel model;
    private final Form form;

    public VirtualPane(Kit kit, VirtualViewModel model) {
        this.kit = kit;
        this.model = model;
        this.form = new Form(kit, "virtual", model.problems());
    }

    public Node node() {
        var left = Kit.column(12, devices(), deeds());
        var right = new CrowdPane(kit, model).node();
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setPrefWidth(520);
        right.setPrefWidth(470);
        right.setMinWidth(430);
        var both = new HBox(14, left, right);
        var all = Kit.column(12, warning(), both);
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setId("virtual-scroll");
        return scroll;
    }

    private Node warning() {
        var words = Kit.paragraph(kit.text("virtual.warning"));
        var row = Kit.row(10, Kit.icon(Feather.ALERT_TRIANGLE), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().add("virtual-warning");
        return row;
    }

    private Node devices() {
        var add = kit.primary("virtual-add", "virtual.add", Feather.PLUS, model::add);
        var stop = kit.iconButton("virtual-stop", "virtual.stop", Feather.LOG_OUT, model::stop);
        for (var button : List.of(add, stop)) {
            button.disableProperty().bind(model.busy());
            button.setVisible(model.mayAct());
        }
        var count = form.text("count", model.count());
        count.setMaxWidth(90);
        var kinds =
                form.choice(
                        "kind",
                        KINDS,
                        model.kind(),
                        kind -> Wording.of(kit.texts(), "device-kind", kind));
        HBox.setHgrow(kinds, Priority.ALWAYS);
        var row = new HBox(10, kinds, count, add, stop);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return kit.panel("virtual.devices", row, table());
    }

    private TableView<Standing> table() {
        var all =
                Tables.table(
                        "virtual-table",
                        kit.text("virtual.devices"),
                        model.devices(),
                        kit.empty(Feather.CPU, "virtual.none", "virtual.none-advice"));
        all.getColumns().add(Tables.text(kit.text("virtual.column.device"), 160, Standing::device));
        all.getColumns().add(Tables.node(kit.text("virtual.column.state"), 110, this::state));
        all.getColumns()
                .add(
                        Tables.number(
                                kit.text("virtual.column.waiting"),
                                80,
                                one -> String.valueOf(one.unacknowledged())));
        all.getColumns().add(Tables.text(kit.text("virtual.column.troubles"), 150, this::troubles));
        all.setPrefHeight(TABLE_HEIGHT);
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> {
                    if (one != null) {
                        model.chosen().set(one);
                    }
                });
        model.chosen()
                .subscribe(one -> {
                    if (one == null) {
                        all.getSelectionModel().clearSelection();
                    } else {
                        Tables.choose(all, one);
                    }
                });
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }

    private @Nullable Node state(Standing one) {
        return one.connected()
                ? Kit.badge(kit.text("board.presence.online"), Look.Tone.GOOD)
                : Kit.badge(kit.text("board.presence.offline"), Look.Tone.BAD);
    }

    private String troubles(Standing one) {
        return one.troubles().stream()
                .map(trouble -> Wording.of(kit.texts(), "virtual.trouble", trouble))
                .collect(Collectors.joining(", "));
    }

    private Node deeds() {
        var tap = kit.primary("virtual-tap", "virtual.tap", Feather.CREDIT_CARD, model::tap);
        tap.disableProperty().bind(model.busy());
        var putIn = cash("put-in", Feather.DOWNLOAD, TAKES_CASH, model::putIn);
        var payOut = cash("pay-out", Feather.UPLOAD, CASH, model::payOut);
        var said = kit.message(model.said(), Look.STRONG);
        said.setId("virtual-said");
        var who =
                Form.row(
                        (VBox) PersonField.in(kit, form, "person", model.person()),
                        form.text("amount", model.amount()));
        var buttons =
                new FlowPane(
                        8,
                        8,
                        deed("empty-cash", Feather.BRIEFCASE, model::emptyCash),
                        deed("cut", Feather.SCISSORS, new Act.Cut()),
                        deed("mend", Feather.LINK, new Act.Mend()),
                        deed("jam", Feather.SLASH, new Act.Break(JAM, Act.Condition.BROKEN)),
                        deed("well", Feather.TOOL, new Act.Break(JAM, Act.Condition.WELL)),
                        deed("fill", Feather.ARCHIVE, new Act.LimitMemory(LITTLE_MEMORY)),
                        deed("empty", Feather.TRASH_2, new Act.LimitMemory(0)),
                        deed("drift", Feather.CLOCK, new Act.Drift(WRONG_BY, 0)),
                        deed("set", Feather.CHECK, new Act.Drift(Duration.ZERO, 0)),
                        deed("bad-line", Feather.WIFI_OFF, new Act.Disturb(BAD, 1)),
                        deed("good-line", Feather.WIFI, new Act.Disturb(Disturbance.NONE, 0)),
                        deed("power", Feather.ZAP_OFF, new Act.LosePower()));
        var device = Kit.paragraph("", Look.MUTED);
        model.chosen()
                .subscribe(one ->
                        device.setText(
                                one == null ? kit.text("virtual.choose-device") : described(one)));
        var panel =
                kit.panel(
                        "virtual.deeds",
                        device,
                        who,
                        new FlowPane(8, 8, tap, putIn, payOut),
                        said,
                        buttons,
                        form.otherProblems());
        panel.setVisible(model.mayAct());
        return panel;
    }

    private String described(Standing one) {
        return one.troubles().isEmpty() ? one.device() : one.device() + ": " + troubles(one);
    }

    /// Only where there is cash.
    private Button cash(String name, Ikon icon, Set<DeviceKind> kinds, Runnable deed) {
        var button = kit.button("virtual-" + name, "virtual." + name, icon, deed);
        button.disableProperty()
                .bind(
                        model.chosen()
                                .map(one -> one == null || !kinds.contains(one.kind()))
                                .orElse(true)
                                .flatMap(no ->
                                        model.busy().map(busy -> Boolean.TRUE.equals(no) || busy)));
        return button;
    }

    private Button deed(String name, Ikon icon, Act act) {
        return deed(name, icon, () -> model.act(act));
    }

    private Button deed(String name, Ikon icon, Runnable deed) {
        var button = kit.button("virtual-" + name, "virtual.deed." + name, icon, deed);
        button.disableProperty().bind(model.busy().or(model.chosen().isNull()));
        return button;
    }
}
