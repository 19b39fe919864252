package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.Devices;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge device revoke`: the device's certificate is void from now on (SAFE-59).
@Command(name = "revoke")
final class RevokeDevice extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "argument.device")
    String name = "";

    RevokeDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var device = doors.door(Devices.class).named(doors.actor(), name).orElse(null);
        if (device == null) {
            return Answer.refused("cli.device.unknown", Values.shown(name));
        }
        return switch (doors.door(DeviceCare.class)
                .revoke(doors.actor(), RequestId.fresh(), device.device().id())) {
            case REVOKED ->
                    Answer.done(Map.of("device", name), session.text("cli.device.revoked", name));
            case NOTHING_TO_REVOKE -> Answer.refused("cli.device.nothing-to-revoke", name);
        };
    }
}
