package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.AddOutcome;
import app.lodge.core.devices.Devices.JoinCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge device add`: makes a device known and gives the one-time code with which it joins.
@Command(name = "add")
final class AddDevice extends DoorCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "device.add.name")
    String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "device.add.kind")
    String kind = "";

    @Option(names = "--label", paramLabel = "TEXT", descriptionKey = "device.add.label")
    String label = "";

    @Option(names = "--place", paramLabel = "TEXT", descriptionKey = "device.add.place")
    String place = "";

    @Option(names = "--code-file", paramLabel = "FILE", descriptionKey = "device.add.code-file")
    @Nullable Path codeFile;

    AddDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var of = Values.choice("--kind", kind, DeviceKind.class);
        var outcome =
                doors.door(Devices.class)
                        .add(
                                doors.actor(),
                                RequestId.fresh(),
                                name,
                                of,
                                label.isEmpty() ? name : label,
                                place);
        return switch (outcome) {
            case AddOutcome.Added(Device device, JoinCode code) -> added(device, code);
            case AddOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private Answer added(Device device, JoinCode code) {
        if (codeFile == null) {
            return new Answer.Done(
                    Map.of("device", device, "joinCode", code),
                    List.of(
                            session.text("cli.device.added", device.name()),
                            session.text("cli.device.join-code", code.code(), code.validUntil())));
        }
        try {
            Files.writeString(codeFile, code.code() + "\n");
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--code-file", codeFile);
        }
        return new Answer.Done(
                Map.of("device", device, "codeFile", codeFile.toString()),
                List.of(
                        session.text("cli.device.added", device.name()),
                        session.text("cli.device.join-code-in", codeFile, code.validUntil())));
    }
}
