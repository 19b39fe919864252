package app.lodge.desktop.commandline;

import app.lodge.bridge.virtual.VirtualReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge door try`: a door's reader without hardware, at the other end of the wire, driven by lines of
/// text.
@Command(name = "try")
final class TryDoor extends SiteCommand {

    @Parameters(paramLabel = "DOOR", descriptionKey = "door.name")
    String name = "";

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "door.try.port")
    int port = 0;

    @Option(names = "--address", paramLabel = "NUMBER", descriptionKey = "door.try.address")
    int address = 0;

    TryDoor(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        if (!name.matches("[a-z0-9-]{3,40}")) {
            throw new WrongUsage("cli.device.name", "DOOR", Values.shown(name));
        }
        Values.count("--port", port, 0, 65_535);
        Values.count("--address", address, 0, 126);
        var state = home().resolve("virtual").resolve(name);
        try (var reader = VirtualReader.start(state, port, address)) {
            session.note("cli.door.tried", name, Integer.toString(reader.port()));
            reader.run(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    session.terminal().out());
        } catch (IOException e) {
            return Answer.refused("cli.device.not-simulated", name, String.valueOf(e.getMessage()));
        }
        return new Answer.Done(Map.of("door", name), List.of());
    }
}
