package app.lodge.desktop.devices;

import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices.Assignment;
import app.lodge.core.devices.Devices.EventRow;
import app.lodge.core.passages.Passages;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Tables;
import app.lodge.desktop.shell.Wording;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One device: its state, what it should be beside what it says it is, its lists, its compartments,
/// and what it did.
final class DevicePane {

    private final Kit kit;
    private final DevicesViewModel model;
    private final StackPane place = new StackPane();
    private final VBox head = new VBox(14);
    private final VBox configuration = new VBox(18);
    private final VBox compartments = new VBox(10);
    private final Tab compartmentsTab = new Tab();
    private final VBox whole = new VBox(20);
    private final TabPane tabs = new TabPane();

    DevicePane(Kit kit, DevicesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        head.getStyleClass().add(Look.PANEL);
        compartmentsTab.setText(kit.text("devices.compartments"));
        compartmentsTab.setContent(scrolled(compartments));
        tabs.getTabs()
                .addAll(
                        new Tab(kit.text("devices.configuration"), scrolled(configuration)),
                        new Tab(kit.text("devices.events"), events()),
                        new Tab(
                                kit.text("devices.from-afar"),
                                scrolled(
                                        new DeviceCarePane(kit, model.care(), model.mayConfigure())
                                                .node())));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("device-tabs");
        tabs.setAccessibleText(kit.text("devices.title"));
        tabs.getStyleClass().add(Look.PANEL);
        tabs.getStyleClass().add("panel-tabs");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        whole.getChildren().addAll(head, tabs);
        model.file().subscribe(this::show);
        return place;
    }

    private static ScrollPane scrolled(Node content) {
        content.getStyleClass().add("tab-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void show(@Nullable DeviceFile file) {
        if (file == null) {
            var empty = kit.empty(Feather.CPU, "devices.choose", "devices.choose-advice");
            empty.getStyleClass().add(Look.PANEL);
            place.getChildren().setAll(empty);
            return;
        }
        head.getChildren().setAll(title(file), line(file.view()));
        configuration.getChildren().setAll(sideBySide(file), lists(file.view()));
        if (!file.view().errors().isEmpty()) {
            configuration.getChildren().addFirst(errors(file.view()));
        }
        boolean cabinet = file.view().device().kind() == DeviceKind.LOCKER_CABINET;
        if (cabinet && !tabs.getTabs().contains(compartmentsTab)) {
            tabs.getTabs().add(1, compartmentsTab);
        } else if (!cabinet) {
            tabs.getTabs().remove(compartmentsTab);
        }
        showCompartments(file);
        place.getChildren().setAll(whole);
    }

    private Node title(DeviceFile file) {
        var view = file.view();
        var label = Kit.line(view.device().label(), Look.HEADLINE);
        label.setId("device-label");
        var row = Kit.row(10, label, Kit.spacer());
        if (view.device().kind() == DeviceKind.DOOR && model.mayOpenDoors()) {
            row.getChildren().add(openNow(view));
        }
        if (model.mayConfigure()) {
            row.getChildren()
                    .addAll(
                            kit.button(
                                    "device-join",
                                    "devices.join-action",
                                    Feather.KEY,
                                    model::renewJoinCode),
                            kit.primary(
                                    "device-configure",
                                    "devices.configure-action",
                                    Feather.SLIDERS,
                                    () -> model.configure().begin(file)));
        }
        return row;
    }

    /// The reason is asked by choosing one.
    private Node openNow(DeviceView view) {
        var open = new MenuButton(kit.text("door-desk.open"), Kit.icon(Feather.UNLOCK));
        open.setId("device-open-door");
        for (var reason : Passages.Reason.values()) {
            var item = new MenuItem(Wording.of(kit.texts(), "door-reason", reason));
            item.setId("open-door-" + reason.ordinal());
            item.setOnAction(_ -> model.openDoor(view, reason));
            open.getItems().add(item);
        }
        return open;
    }

    private Node line(DeviceView view) {
        var contact = view.lastContact();
        var words =
                kit.text(
                        "devices.line",
                        Wording.of(kit.texts(), "device-kind", view.device().kind()),
                        view.device().place(),
                        view.device().name());
        var said =
                contact == null
                        ? kit.text("devices.never-heard")
                        : kit.text("devices.last-heard", kit.time(contact), view.program());
        var until = view.device().certificateUntil();
        var certificate =
                until == null
                        ? kit.text("devices.certificate-none")
                        : kit.text("devices.certificate-until", kit.time(until));
        var online =
                Kit.badge(
                        kit.text(view.online() ? "devices.online" : "devices.offline"),
                        view.online() ? Look.Tone.GOOD : Look.Tone.BAD);
        var sync =
                Kit.badge(
                        Wording.of(kit.texts(), "sync-state", view.sync()),
                        DevicesView.tone(view.sync()));
        return Kit.column(
                6,
                Kit.row(8, online, sync),
                Kit.paragraph(words, Look.MUTED),
                Kit.paragraph(said, Look.SMALL, Look.MUTED),
                Kit.paragraph(certificate, Look.SMALL, Look.MUTED));
    }

    private Node errors(DeviceView view) {
        var banner =
                Kit.row(
                        10,
                        Kit.icon(Feather.ALERT_TRIANGLE),
                        Kit.paragraph(String.join("\n", view.errors())));
        banner.getStyleClass().addAll("banner", "tone-bad");
        return banner;
    }

    private Node sideBySide(DeviceFile file) {
        var view = file.view();
        var grid = new GridPane(20, 8);
        grid.setId("device-configuration");
        grid.addRow(
                0,
                Kit.line(kit.text("devices.setting"), Look.FIELD_LABEL),
                Kit.line(kit.text("devices.desired", view.desiredVersion()), Look.FIELD_LABEL),
                Kit.line(kit.text("devices.reported", view.reportedVersion()), Look.FIELD_LABEL));
        int row = 1;
        for (var field : file.fields()) {
            var desired = value(field, view.desired().get(field.key()));
            var reported = value(field, view.reported().get(field.key()));
            var said = Kit.line(reported);
            if (!desired.equals(reported)) {
                said.getStyleClass().addAll(Look.BADGE, "tone-caution");
            }
            var name = Kit.line(kit.text("config." + field.key()));
            name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            grid.addRow(row++, name, Kit.line(desired), said);
        }
        return grid;
    }

    private String value(ConfigField field, @Nullable String value) {
        if (value == null) {
            return "–";
        }
        return switch (field.type()) {
            case SWITCH -> kit.text(Boolean.parseBoolean(value) ? "config.on" : "config.off");
            case NUMBER -> DeviceSheets.withUnit(kit, field, value);
            case CHOICE -> DeviceSheets.choice(kit, field, value);
            case TEXT -> value;
        };
    }

    private Node lists(DeviceView view) {
        var section = new VBox(8, Kit.line(kit.text("devices.lists"), "section-title"));
        for (var list : view.lists()) {
            boolean confirmed = list.version() == list.confirmedVersion();
            var words =
                    Kit.paragraph(
                            kit.text(
                                    "devices.list-line",
                                    kit.text("device-list." + list.name()),
                                    list.entries(),
                                    list.version()));
            var badge =
                    Kit.badge(
                            confirmed
                                    ? kit.text("devices.list-confirmed")
                                    : kit.text("devices.list-open", list.confirmedVersion()),
                            confirmed ? Look.Tone.GOOD : Look.Tone.CAUTION);
            section.getChildren()
                    .add(Kit.row(10, Kit.icon(Feather.LIST), words, Kit.spacer(), badge));
        }
        return section;
    }

    private void showCompartments(DeviceFile file) {
        compartments.getChildren().clear();
        if (model.mayConfigure()) {
            compartments
                    .getChildren()
                    .add(
                            kit.button(
                                    "device-assign",
                                    "devices.assign-action",
                                    Feather.USER_PLUS,
                                    () -> model.assign().begin(file.view().device().id())));
        }
        if (file.assignments().isEmpty()) {
            compartments
                    .getChildren()
                    .add(
                            kit.empty(
                                    Feather.INBOX,
                                    "devices.no-assignments",
                                    "devices.no-assignments-advice"));
        }
        file.assignments().forEach(each -> compartments.getChildren().add(line(each)));
    }

    private Node line(Assignment assignment) {
        var number = Kit.badge(String.valueOf(assignment.compartment()), Look.Tone.ACCENT);
        var since = Kit.line(kit.time(assignment.since()), Look.SMALL, Look.MUTED);
        var row = Kit.row(12, number, Kit.line(assignment.personName()), since, Kit.spacer());
        row.getStyleClass().add("list-line");
        if (model.mayConfigure()) {
            row.getChildren()
                    .add(
                            kit.button(
                                    "release-" + assignment.compartment(),
                                    "devices.release-action",
                                    Feather.UNLOCK,
                                    () -> model.assign().release(assignment)));
        }
        return row;
    }

    private TableView<EventRow> events() {
        var table =
                Tables.paged(
                        "device-events",
                        kit.text("devices.events"),
                        model.events(),
                        kit.empty(
                                Feather.ACTIVITY, "devices.no-events", "devices.no-events-advice"));
        table.getColumns()
                .add(Tables.time(kit.text("devices.event.at"), row -> kit.time(row.at())));
        table.getColumns()
                .add(
                        Tables.text(
                                kit.text("devices.event.kind"),
                                150,
                                row ->
                                        row.late()
                                                ? kit.text("accounts.late", row.kind())
                                                : row.kind()));
        table.getColumns()
                .add(Tables.text(kit.text("devices.event.medium"), 110, EventRow::medium));
        table.getColumns().add(Tables.text(kit.text("devices.event.content"), 240, this::contents));
        return table;
    }

    /// With the time of its arrival where it came late.
    private String contents(EventRow row) {
        var contents =
                row.content().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return row.late()
                ? kit.text("devices.event.received")
                        + " "
                        + kit.time(row.receivedAt())
                        + ", "
                        + contents
                : contents;
    }
}
