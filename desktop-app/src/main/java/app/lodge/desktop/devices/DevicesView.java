package app.lodge.desktop.devices;

import app.lodge.core.books.Fact;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.SyncState;
import app.lodge.core.points.PointType;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.Screen;
import app.lodge.desktop.shell.Wording;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Devices at the left, the chosen one at the right.
public final class DevicesView implements Screen {

    private final Kit kit;
    private final DevicesViewModel model;
    private final ListView<DeviceView> list;
    private final PageFrame frame;

    public DevicesView(Kit kit, DevicesViewModel model) {
        this.kit = kit;
        this.model = model;
        this.list = new ListView<>(model.types().shown());
        var sheets = new DeviceSheets(kit, model);
        kit.sheets().showWhile(model.add().open(), sheets::add);
        kit.sheets().showWhile(model.joinOpen(), sheets::join);
        kit.sheets().showWhile(model.configure().open(), sheets::configure);
        kit.sheets().showWhile(model.assign().open(), sheets::assign);
        kit.sheets().showWhile(model.user().open(), new DeviceUsersPane(kit, model)::sheet);
        var care = new DeviceCarePane(kit, model.care(), model.mayConfigure());
        kit.sheets().showWhile(model.care().revoking(), care::revoke);
        kit.sheets().showWhile(model.care().showingRefusals(), care::refusals);
        var device = new DevicePane(kit, model).node();
        HBox.setHgrow(device, Priority.ALWAYS);
        var add = kit.primary("device-add", "devices.add-action", Feather.PLUS, model.add()::begin);
        add.setVisible(model.mayConfigure());
        var refused =
                kit.button(
                        "device-refused",
                        "devices.refusals-action",
                        Feather.SHIELD,
                        model.care()::lookAtRefusals);
        frame =
                new PageFrame(
                        kit,
                        "devices.title",
                        "devices.subtitle",
                        new HBox(20, master(), device),
                        refused,
                        add);
    }

    private Node master() {
        list.setId("devices-list");
        list.setAccessibleText(kit.text("devices.title"));
        list.setCellFactory(_ -> new DeviceCell());
        list.setPlaceholder(kit.empty(Feather.CPU, "devices.none", "devices.none-advice"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(view -> {
                    if (view != null) {
                        model.chosen().set(view.device().id());
                    }
                });
        model.chosen().subscribe(_ -> selectChosen());
        model.types().shown().addListener((javafx.beans.InvalidationListener) _ -> selectChosen());
        model.types().typed().subscribe(() -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        var master = Kit.column(10, filter(), list);
        master.getStyleClass().addAll(Look.PANEL, "panel-table");
        master.setMinWidth(390);
        master.setPrefWidth(390);
        return master;
    }

    private Node filter() {
        var types = model.types();
        var choice = new ComboBox<>(types.choices());
        choice.setId("devices-of-type");
        choice.setAccessibleText(kit.text("devices.of-type"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable PointType type) {
                        return type == null || type == TypesOfPoints.ALL
                                ? kit.text("devices.all-types")
                                : type.called(kit.texts());
                    }

                    @Override
                    public PointType fromString(String text) {
                        throw new UnsupportedOperationException("Chosen: " + text);
                    }
                });
        choice.valueProperty().bindBidirectional(types.only());
        return choice;
    }

    private void selectChosen() {
        var chosen = model.chosen().get();
        for (var view : list.getItems()) {
            if (view.device().id().equals(chosen)) {
                list.getSelectionModel().select(view);
                return;
            }
        }
    }

    static Look.Tone tone(SyncState sync) {
        return switch (sync) {
            case IN_SYNC -> Look.Tone.GOOD;
            case PENDING -> Look.Tone.ACCENT;
            case DRIFTED -> Look.Tone.CAUTION;
            case FAILED -> Look.Tone.BAD;
            case UNKNOWN -> Look.Tone.NEUTRAL;
        };
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        list.requestFocus();
    }

    @Override
    public void open(String subject) {
        model.open(subject);
    }

    @Override
    public void changed(Fact fact) {
        if (fact.subject().startsWith("device:")
                || fact.subject().startsWith("medium:")
                || fact.subject().startsWith("point-type:")) {
            model.refresh();
        }
    }

    @Override
    public Keys keys() {
        var keys = Keys.ofScreen();
        if (model.mayConfigure()) {
            keys.on(Keys.ctrl(KeyCode.N), "keys.devices.add", model.add()::begin)
                    .on(
                            Keys.key(KeyCode.F2),
                            "keys.devices.configure",
                            () -> model.file().get() != null,
                            this::configure);
        }
        return keys;
    }

    private void configure() {
        var file = model.file().get();
        if (file != null) {
            model.configure().begin(file);
        }
    }

    private final class DeviceCell extends ListCell<DeviceView> {

        private DeviceCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable DeviceView view, boolean empty) {
            super.updateItem(view, empty);
            setText(null);
            if (empty || view == null) {
                setGraphic(null);
                return;
            }
            var device = view.device();
            var dot = new Region();
            dot.getStyleClass().addAll("dot", view.online() ? "tone-good" : "tone-bad");
            var state = kit.text(view.online() ? "devices.online" : "devices.offline");
            var kind =
                    model.types()
                            .of(view)
                            .filter(type -> !type.code().equals(PointType.OTHER))
                            .map(type -> type.called(kit.texts()))
                            .orElseGet(() -> Wording.of(kit.texts(), "device-kind", device.kind()));
            var words =
                    Kit.column(
                            1,
                            Kit.line(device.label(), Look.STRONG),
                            Kit.line(kind + " · " + device.place(), Look.SMALL, Look.MUTED));
            var sync =
                    Kit.badge(
                            Wording.of(kit.texts(), "sync-state", view.sync()), tone(view.sync()));
            HBox.setHgrow(words, Priority.ALWAYS);
            setGraphic(Kit.row(12, dot, words, sync));
            setAccessibleText(device.label() + ", " + state + ", " + sync.getText());
        }
    }
}
