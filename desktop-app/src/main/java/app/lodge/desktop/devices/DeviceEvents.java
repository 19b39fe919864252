package app.lodge.desktop.devices;

import app.lodge.core.devices.Devices.EventRow;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Tables;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/// What a device did, newest first.
final class DeviceEvents {

    private final Kit kit;
    private final PagedList<EventRow> events;

    DeviceEvents(Kit kit, PagedList<EventRow> events) {
        this.kit = kit;
        this.events = events;
    }

    TableView<EventRow> table() {
        var table =
                Tables.paged(
                        "device-events",
                        kit.text("devices.events"),
                        events,
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
