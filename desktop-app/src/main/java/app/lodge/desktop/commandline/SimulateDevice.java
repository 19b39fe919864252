package app.lodge.desktop.commandline;

import app.lodge.bridge.virtual.DeviceConsole;
import app.lodge.bridge.virtual.JoinRefused;
import app.lodge.bridge.virtual.VirtualDevices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge device simulate`: a device without hardware that speaks only the field protocol, driven by
/// lines of text.
@Command(name = "simulate")
final class SimulateDevice extends SiteCommand {

    private static final int LONGEST_CODE_FILE = 1024;

    @Parameters(paramLabel = "NAME", descriptionKey = "argument.device")
    String name = "";

    @Option(
            names = "--code-file",
            paramLabel = "FILE",
            descriptionKey = "device.simulate.code-file")
    @Nullable Path codeFile;

    @Option(names = "--state", paramLabel = "DIR", descriptionKey = "device.simulate.state")
    @Nullable Path state;

    SimulateDevice(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        if (!name.matches("[a-z0-9-]{3,40}")) {
            throw new WrongUsage("cli.device.name", "NAME", Values.shown(name));
        }
        var store = state == null ? home().resolve("virtual").resolve(name) : state;
        var order = new VirtualDevices.Order(home(), name, code(), store);
        try (var device = VirtualDevices.start(order, InstantSource.system())) {
            session.note("cli.device.simulated", name);
            new DeviceConsole(device)
                    .run(
                            new BufferedReader(
                                    new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                            session.terminal().out());
        } catch (JoinRefused e) {
            return Answer.refused("cli.device.join-refused", name, e.problem());
        } catch (IOException e) {
            return Answer.refused("cli.device.not-simulated", name, String.valueOf(e.getMessage()));
        }
        return new Answer.Done(Map.of("device", name), List.of());
    }

    private String code() {
        var file = codeFile;
        if (file == null) {
            return "";
        }
        return SmallFile.text(file, LONGEST_CODE_FILE)
                .orElseThrow(() -> new WrongUsage("cli.file-unreadable", "--code-file", file))
                .strip();
    }
}
