package app.lodge.desktop.commandline;

import app.lodge.bridge.virtual.FarDevices;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.operators.Operators.SignInOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge virtual run`: virtual devices in this process, on whatever machine it runs.
@Command(name = "run")
final class RunVirtual extends SiteCommand {

    private static final int MOST = 20_000;
    private static final String WORKSTATION = "virtual";

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "virtual.kind")
    String kind = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "COUNT",
            descriptionKey = "virtual.run.count")
    int count = 1;

    @Option(names = "--bridge", paramLabel = "DIR", descriptionKey = "virtual.run.bridge")
    @Nullable Path bridge;

    @Option(names = "--state", paramLabel = "DIR", descriptionKey = "virtual.run.state")
    @Nullable Path state;

    @Option(names = "--stem", paramLabel = "NAME", descriptionKey = "virtual.run.stem")
    String stem = "far";

    RunVirtual(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        Values.count("COUNT", count, 1, MOST);
        if (!stem.matches("[a-z0-9-]{3,30}")) {
            throw new WrongUsage("cli.device.name", "--stem", Values.shown(stem));
        }
        var sort = Values.choice("KIND", kind, DeviceKind.class);
        var from = bridge == null ? home() : bridge;
        var order =
                new FarDevices.Order(
                        from, state == null ? from.resolve("virtual") : state, stem, sort, count);
        var operator = session.operator();
        var password = session.password("cli.ask-password", operator);
        var found =
                Connection.read(from).orElseThrow(() -> new Refusal("cli.virtual.no-bridge", from));
        try (var far = new RemoteDoors(found)) {
            if (!(far.signIn(operator, password, WORKSTATION)
                    instanceof SignInOutcome.SignedIn(var actor))) {
                return Answer.refused("cli.virtual.not-let-in", operator);
            }
            try (var devices =
                    FarDevices.start(
                            order, far.door(Devices.class), actor, InstantSource.system())) {
                session.note("cli.virtual.running", count);
                devices.run(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                        session.terminal().out());
            }
        } catch (IOException e) {
            return Answer.refused("cli.device.not-simulated", stem, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(password, '\0');
        }
        return Answer.done(Map.of("devices", count), session.text("cli.virtual.stopped", count));
    }
}
