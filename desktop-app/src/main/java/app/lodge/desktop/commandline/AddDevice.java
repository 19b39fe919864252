package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Device;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Devices.AddOutcome;
import app.lodge.core.devices.Devices.JoinCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
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

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "device.add.kind")
    String kind = "";

    @Option(names = "--template", paramLabel = "TEMPLATE", descriptionKey = "device.add.template")
    String template = "";

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
        if (kind.isEmpty() == template.isEmpty()) {
            throw new WrongUsage("cli.device.kind-or-template");
        }
        var of = kind.isEmpty() ? null : Values.choice("--kind", kind, DeviceKind.class);
        var from = of == null ? AimOptions.template(doors, template) : 0;
        if (codeFile != null) {
            reserve(codeFile);
        }
        var outcome = add(doors, of, from);
        return switch (outcome) {
            case AddOutcome.Added(Device device, JoinCode code) -> added(device, code);
            case AddOutcome.Rejected(var problems) -> {
                giveUp(codeFile);
                yield new Answer.Faulty(problems);
            }
        };
    }

    private AddOutcome add(Doors doors, @Nullable DeviceKind of, long from) {
        var shown = label.isEmpty() ? name : label;
        try {
            if (of == null) {
                return doors.door(DeviceTemplates.class)
                        .add(doors.actor(), RequestId.fresh(), from, name, shown, place);
            }
            return doors.door(Devices.class)
                    .add(doors.actor(), RequestId.fresh(), name, of, shown, place);
        } catch (RuntimeException e) {
            giveUp(codeFile);
            throw e;
        }
    }

    /// Before the site is asked, so that no device is left whose code nobody has; for its owner's
    /// eyes only where the file system knows owners.
    private static void reserve(Path file) {
        try {
            Files.createFile(file);
            var folder = Files.getFileStore(file);
            if (folder.supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            throw new WrongUsage("cli.file-exists", "--code-file", file);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unwritable", "--code-file", file);
        }
    }

    private static void giveUp(@Nullable Path reserved) {
        if (reserved == null) {
            return;
        }
        try {
            Files.deleteIfExists(reserved);
        } catch (IOException e) {
            throw new UncheckedIOException("An empty file was left: " + reserved, e);
        }
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
