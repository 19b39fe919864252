package app.lodge.desktop.devices;

import app.lodge.core.devices.Devices.Assignment;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who has which compartment of a cabinet.
final class CompartmentsPane {

    private final Kit kit;
    private final DevicesViewModel model;
    private final VBox lines = new VBox(10);

    CompartmentsPane(Kit kit, DevicesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Node node() {
        return lines;
    }

    void show(DeviceFile file) {
        lines.getChildren().clear();
        if (model.mayConfigure()) {
            lines.getChildren()
                    .add(
                            kit.button(
                                    "device-assign",
                                    "devices.assign-action",
                                    Feather.USER_PLUS,
                                    () -> model.assign().begin(file.view().device().id())));
        }
        if (file.assignments().isEmpty()) {
            lines.getChildren()
                    .add(
                            kit.empty(
                                    Feather.INBOX,
                                    "devices.no-assignments",
                                    "devices.no-assignments-advice"));
        }
        file.assignments().forEach(each -> lines.getChildren().add(line(each)));
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
}
