package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.DeviceCare.Command;
import app.lodge.core.devices.DeviceCare.State;
import app.lodge.core.devices.DeviceCare.Verb;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.Devices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge device order`: a device does something from afar, and says what became of it (SAFE-64).
@picocli.CommandLine.Command(name = "order")
final class OrderDevice extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "argument.device")
    String name = "";

    @Parameters(index = "1", paramLabel = "ORDER", descriptionKey = "device.order.verb")
    String verb = "";

    @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "device.config.wait")
    int wait = 5;

    OrderDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var what = Values.choice("ORDER", verb, Verb.class);
        Values.count("--wait", wait, 0, 600);
        var device = doors.door(Devices.class).named(doors.actor(), name).orElse(null);
        if (device == null) {
            return Answer.refused("cli.device.unknown", Values.shown(name));
        }
        var care = doors.door(DeviceCare.class);
        var id = device.device().id();
        var ordered = care.order(doors.actor(), RequestId.fresh(), id, what).orElse(null);
        if (ordered == null) {
            return Answer.refused("cli.device.unknown", Values.shown(name));
        }
        var seen =
                Waiting.until(
                        Duration.ofSeconds(wait),
                        () -> now(doors, care, id, ordered),
                        command -> command.state() != State.WAITING);
        return said(seen);
    }

    private static Command now(Doors doors, DeviceCare care, DeviceId id, Command ordered) {
        return care.commands(doors.actor(), id).stream()
                .filter(one -> one.number() == ordered.number())
                .findFirst()
                .orElse(ordered);
    }

    private Answer said(Command command) {
        return switch (command.state()) {
            case DONE ->
                    Answer.done(
                            Map.of("order", command), session.text("cli.device.order-done", name));
            case ASKED ->
                    Answer.done(
                            Map.of("order", command),
                            session.text("cli.device.order-asked", command.number()));
            case WAITING ->
                    Answer.done(
                            Map.of("order", command),
                            session.text("cli.device.order-waiting", name, command.expiresAt()));
            case FAILED, EXPIRED ->
                    new Answer.Refused(
                            "cli.device.order-failed",
                            List.of(name, command.detail()),
                            Map.of("order", command),
                            List.of());
        };
    }
}
