package app.lodge.desktop.devices;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.passages.Passages;
import app.lodge.core.points.PointType;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
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
    private final CompartmentsPane compartments;
    private final Tab compartmentsTab = new Tab();
    private final DeviceUsersPane users;
    private final Tab usersTab = new Tab();
    private final VBox whole = new VBox(20);
    private final TabPane tabs = new TabPane();

    DevicePane(Kit kit, DevicesViewModel model) {
        this.kit = kit;
        this.model = model;
        compartments = new CompartmentsPane(kit, model);
        users = new DeviceUsersPane(kit, model);
    }

    Node node() {
        head.getStyleClass().add(Look.PANEL);
        compartmentsTab.setText(kit.text("devices.compartments"));
        compartmentsTab.setContent(scrolled(compartments.node()));
        usersTab.setText(kit.text("device-user.tab"));
        usersTab.setContent(scrolled(users.node()));
        tabs.getTabs()
                .addAll(
                        new Tab(kit.text("devices.configuration"), scrolled(configuration)),
                        new Tab(
                                kit.text("devices.events"),
                                new DeviceEvents(kit, model.events()).table()),
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
        model.types().typed().subscribe(() -> show(model.file().get()));
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
        head.getChildren().setAll(title(file), line(file));
        if (model.mayConfigure()) {
            var view = file.view();
            model.types().of(view).ifPresent(type -> head.getChildren().add(typed(view, type)));
        }
        configuration.getChildren().setAll(new TwinPane(kit, file).nodes());
        var kind = file.view().device().kind();
        offer(compartmentsTab, kind == DeviceKind.LOCKER_CABINET);
        offer(usersTab, kind == DeviceKind.SAFE);
        compartments.show(file);
        users.show(file);
        place.getChildren().setAll(whole);
    }

    /// Some tabs are there for one kind of device only.
    private void offer(Tab tab, boolean there) {
        if (there && !tabs.getTabs().contains(tab)) {
            tabs.getTabs().add(1, tab);
        } else if (!there) {
            tabs.getTabs().remove(tab);
        }
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

    /// What the payment point is, and what it can be instead.
    private Node typed(DeviceView view, PointType now) {
        var menu = new MenuButton(now.called(kit.texts()), Kit.icon(Feather.TAG));
        menu.setId("device-type");
        menu.setAccessibleText(kit.text("devices.type", now.called(kit.texts())));
        for (var type : model.types().offered()) {
            var item = new MenuItem(type.called(kit.texts()));
            item.setId("device-type-" + type.code());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.types().give(view, type));
            menu.getItems().add(item);
        }
        return menu;
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

    private String kind(DeviceView view) {
        var kind = Wording.of(kit.texts(), "device-kind", view.device().kind());
        return model.types()
                .of(view)
                .map(type -> kit.text("devices.kind-typed", kind, type.called(kit.texts())))
                .orElse(kind);
    }

    private Node line(DeviceFile file) {
        var view = file.view();
        var contact = view.lastContact();
        var words =
                kit.text("devices.line", kind(view), view.device().place(), view.device().name());
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
        var badges = Kit.row(8, online, sync);
        if (!file.setup().templateName().isEmpty()) {
            badges.getChildren()
                    .add(
                            Kit.badge(
                                    kit.text("devices.follows", file.setup().templateName()),
                                    Look.Tone.ACCENT));
        }
        if (!file.setup().group().isEmpty()) {
            badges.getChildren()
                    .add(
                            Kit.badge(
                                    kit.text("devices.in-group", file.setup().group()),
                                    Look.Tone.NEUTRAL));
        }
        return Kit.column(
                6,
                badges,
                Kit.paragraph(words, Look.MUTED),
                Kit.paragraph(said, Look.SMALL, Look.MUTED),
                Kit.paragraph(certificate, Look.SMALL, Look.MUTED));
    }
}
