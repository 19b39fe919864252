package app.lodge.desktop.devices;

import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.DeviceView;
import app.lodge.desktop.devices.DevicesViewModel.DeviceFile;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a device should be beside what it says it is, setting by setting, and when it last confirmed each
/// list (SAFE-50, ID-39).
final class TwinPane {

    private final Kit kit;
    private final DeviceFile file;
    private final DeviceView view;

    TwinPane(Kit kit, DeviceFile file) {
        this.kit = kit;
        this.file = file;
        this.view = file.view();
    }

    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        if (!view.errors().isEmpty()) {
            nodes.add(errors());
        }
        nodes.add(sideBySide());
        nodes.add(lists());
        return nodes;
    }

    private Node errors() {
        var banner =
                Kit.row(
                        10,
                        Kit.icon(Feather.ALERT_TRIANGLE),
                        Kit.paragraph(String.join("\n", view.errors())));
        banner.getStyleClass().addAll("banner", "tone-bad");
        return banner;
    }

    private Node sideBySide() {
        var grid = new GridPane(20, 8);
        grid.setId("device-configuration");
        grid.addRow(
                0,
                Kit.line(kit.text("devices.setting"), Look.FIELD_LABEL),
                Kit.paragraph(kit.text("devices.desired", view.desiredVersion()), Look.FIELD_LABEL),
                Kit.paragraph(
                        kit.text("devices.reported", view.reportedVersion()), Look.FIELD_LABEL));
        int row = 1;
        for (var field : file.fields()) {
            var desired = value(field, view.desired().get(field.key()));
            var reported = value(field, view.reported().get(field.key()));
            var said = Kit.paragraph(reported);
            if (!desired.equals(reported)) {
                said.getStyleClass().addAll(Look.BADGE, "tone-caution");
            }
            var name = Kit.line(kit.text("config." + field.key()));
            name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            grid.addRow(row++, name, Kit.paragraph(desired), said);
            if (file.setup().own().contains(field.key())) {
                grid.add(Kit.badge(kit.text("devices.own"), Look.Tone.NEUTRAL), 3, row - 1);
            }
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

    private Node lists() {
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
            var at = list.confirmedAt();
            var when =
                    Kit.line(
                            at == null ? "" : kit.text("devices.list-at", kit.time(at)),
                            Look.SMALL,
                            Look.MUTED);
            when.setMinWidth(Region.USE_PREF_SIZE);
            section.getChildren()
                    .add(Kit.row(10, Kit.icon(Feather.LIST), words, Kit.spacer(), when, badge));
        }
        return section;
    }
}
