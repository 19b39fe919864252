package app.lodge.desktop.devices;

import app.lodge.core.devices.Devices.Assignment;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// Who has which compartment of a cabinet.
final class CompartmentsPane extends EnteredPane<Assignment> {

    CompartmentsPane(Kit kit, DevicesViewModel model) {
        super(kit, model);
    }

    @Override
    List<Assignment> entered(DeviceFile file) {
        return file.assignments();
    }

    @Override
    Node adding(DeviceFile file) {
        return kit.button(
                "device-assign",
                "devices.assign-action",
                Feather.USER_PLUS,
                () -> model.assign().begin(file.view().device().id()));
    }

    @Override
    Node none() {
        return kit.empty(Feather.INBOX, "devices.no-assignments", "devices.no-assignments-advice");
    }

    @Override
    Node line(Assignment assignment) {
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
