package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.ConfigureOutcome;
import app.lodge.core.devices.SyncState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge device config`: shows desired and reported configuration, or changes the desired one and
/// waits for the device to report it (ID-39, LOCK-77).
@Command(name = "config")
final class ConfigureDevice extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "argument.device")
    String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            descriptionKey = "device.config.changes")
    List<String> changes = new ArrayList<>();

    @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "device.config.wait")
    int wait = 5;

    ConfigureDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        Values.count("--wait", wait, 0, 600);
        var wanted = Values.pairs("KEY=VALUE", changes);
        var devices = doors.door(Devices.class);
        var device = devices.named(doors.actor(), name).orElse(null);
        if (device == null) {
            return Answer.refused("cli.device.unknown", Values.shown(name));
        }
        if (wanted.isEmpty()) {
            return new Answer.Done(Map.of("device", device), lines(device));
        }
        var id = device.device().id();
        var outcome = devices.configure(doors.actor(), RequestId.fresh(), id, wanted);
        return switch (outcome) {
            case ConfigureOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
            case ConfigureOutcome.Configured(DeviceView configured) ->
                    waitFor(doors, devices, configured);
        };
    }

    private Answer waitFor(Doors doors, Devices devices, DeviceView configured) {
        var version = configured.desiredVersion();
        var seen =
                Waiting.until(
                        configured.online() ? Duration.ofSeconds(wait) : Duration.ZERO,
                        () ->
                                devices.find(doors.actor(), configured.device().id())
                                        .orElse(configured),
                        view -> view.reportedVersion() >= version);
        var lines = lines(seen);
        var confirmed = seen.sync() == SyncState.IN_SYNC;
        if (!seen.errors().isEmpty()) {
            return new Answer.Refused(
                    "cli.device.refused-config",
                    List.of(seen.device().name(), String.join("; ", seen.errors())),
                    Map.of("device", seen, "confirmed", false),
                    lines);
        }
        lines.add(
                session.text(
                        confirmed ? "cli.device.confirmed" : "cli.device.not-yet-confirmed",
                        seen.device().name(),
                        version));
        return new Answer.Done(Map.of("device", seen, "confirmed", confirmed), lines);
    }

    private List<String> lines(DeviceView view) {
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.device.versions",
                        view.device().name(),
                        view.desiredVersion(),
                        view.reportedVersion(),
                        Values.kebab(view.sync())));
        new TreeMap<>(view.desired())
                .forEach((key, value) -> {
                    var reported = view.reported().getOrDefault(key, "");
                    lines.add(
                            value.equals(reported)
                                    ? "  %s=%s".formatted(key, value)
                                    : session.text("cli.device.differs", key, value, reported));
                });
        return lines;
    }
}
