package app.lodge.desktop;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.desktop.commandline.Programs;
import app.lodge.desktop.commandline.Terminal;
import app.lodge.desktop.demo.Demo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which program stands behind which word.
final class Wiring implements Programs {

    private static final Duration FIELD_PATIENCE = Duration.ofSeconds(60);

    @Override
    public int desktop(Path home) {
        throw new UnsupportedOperationException("desktop of " + home);
    }

    @Override
    public int bridge(Terminal terminal, Path home) {
        var order = BridgeOrder.of(new Home(home));
        try (var bridge = Bridge.start(order)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close, "bridge-stop"));
            if (!bridge.awaitField(FIELD_PATIENCE)) {
                terminal.err().println(terminal.texts().get("cli.bridge-without-field"));
            }
            var connection = bridge.connection();
            terminal.err()
                    .println(
                            terminal.texts()
                                    .get(
                                            "cli.bridge-ready",
                                            home.toString(),
                                            connection.address(),
                                            String.valueOf(connection.mqttPort())));
            bridge.awaitStop();
            return 0;
        } catch (SiteException e) {
            e.problems()
                    .forEach(problem -> terminal.err().println(terminal.texts().problem(problem)));
            return 1;
        }
    }

    @Override
    public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> home) {
        if (headless.isEmpty()) {
            throw new UnsupportedOperationException("desktop on the demo site");
        }
        var demo = new Demo(terminal.out(), terminal.texts(), terminal.workstation());
        return demo.run(headless.get(), home) ? 0 : 1;
    }
}
