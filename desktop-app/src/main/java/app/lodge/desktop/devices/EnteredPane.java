package app.lodge.desktop.devices;

import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Kit;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What is entered at a device, line by line, under the button that enters more.
///
/// @param <T> what a line is about
abstract class EnteredPane<T> {

    final Kit kit;
    final DevicesViewModel model;
    private final VBox lines = new VBox(10);

    EnteredPane(Kit kit, DevicesViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    final Node node() {
        return lines;
    }

    final void show(DeviceFile file) {
        lines.getChildren().clear();
        if (model.mayConfigure()) {
            lines.getChildren().add(adding(file));
        }
        var entered = entered(file);
        if (entered.isEmpty()) {
            lines.getChildren().add(none());
        }
        entered.forEach(each -> lines.getChildren().add(line(each)));
    }

    abstract List<T> entered(DeviceFile file);

    /// For whoever may configure devices.
    abstract Node adding(DeviceFile file);

    abstract Node none();

    abstract Node line(T each);
}
