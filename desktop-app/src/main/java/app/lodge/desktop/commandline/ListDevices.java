package app.lodge.desktop.commandline;

import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge device list`: every device with its state and whether it holds what it should (ID-49).
@Command(name = "list")
final class ListDevices extends DoorCommand {

    ListDevices(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var devices = doors.door(Devices.class).list(doors.actor());
        if (devices.isEmpty()) {
            return Answer.done(Map.of("devices", List.of()), session.text("cli.device.none"));
        }
        return new Answer.Done(
                Map.of("devices", devices), devices.stream().map(this::line).toList());
    }

    private String line(DeviceView view) {
        return "%-40s  %-15s  %-8s  %-8s  %d/%d  %s"
                .formatted(
                        view.device().name(),
                        Values.kebab(view.device().kind()),
                        session.text(view.online() ? "cli.device.up" : "cli.device.down"),
                        Values.kebab(view.sync()),
                        view.reportedVersion(),
                        view.desiredVersion(),
                        view.detail());
    }
}
