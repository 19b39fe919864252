package app.lodge.desktop;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.core.site.Home;
import app.lodge.core.site.SiteException;
import app.lodge.desktop.commandline.Programs;
import app.lodge.desktop.commandline.Terminal;
import app.lodge.desktop.demo.Demo;
import app.lodge.desktop.demo.DemoTour;
import app.lodge.desktop.link.LocalSite;
import app.lodge.desktop.workstation.CardsInMaking;
import app.lodge.desktop.workstation.DeskNumbers;
import app.lodge.desktop.workstation.DeskStation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Which program stands behind which word.
final class Wiring implements Programs {

    private static final Duration FIELD_PATIENCE = Duration.ofSeconds(60);

    private final String workstation;

    Wiring(String workstation) {
        this.workstation = workstation;
    }

    @Override
    public int desktop(Path home) {
        open(LocalSite.at(home, workstation, this::demoSite).ahead(), home);
        return 0;
    }

    @Override
    public int bridge(Terminal terminal, Path home) {
        return bridge(terminal, new Home(home));
    }

    @Override
    public int bridge(Terminal terminal, Home home) {
        var order = BridgeOrder.of(home);
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
                                            home.folder().toString(),
                                            connection.address(),
                                            String.valueOf(connection.mqttPort())));
            bridge.awaitStop();
            return 0;
        } catch (SiteException e) {
            return told(terminal, e);
        }
    }

    @Override
    public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> home) {
        if (headless.isEmpty()) {
            var folder = home.orElseGet(Wiring::demoHome);
            open(demoSite(folder), folder);
            return 0;
        }
        var demo = new Demo(terminal.out(), terminal.texts(), terminal.workstation());
        return demo.run(headless.get(), home) ? 0 : 1;
    }

    private static int told(Terminal terminal, SiteException e) {
        e.problems().forEach(problem -> terminal.err().println(terminal.texts().problem(problem)));
        return 1;
    }

    private static void open(LocalSite site, Path home) {
        var making = new CardsInMaking(home);
        var numbers = new DeskNumbers();
        LodgeDesktop.launch(
                home.resolveSibling(home.getFileName() + "-workstation.json"),
                site,
                session -> new DeskStation(home, making, numbers, session),
                InstantSource.system());
    }

    private LocalSite demoSite() {
        return demoSite(demoHome());
    }

    private LocalSite demoSite(Path home) {
        var tour = new DemoTour(home, Locale.getDefault().getLanguage(), workstation);
        return LocalSite.demo(home, workstation, tour::prepare, Demo.ADMINISTRATOR, Demo.PASSWORD);
    }

    private static Path demoHome() {
        return Home.ofUser().folder().resolveSibling("lodge-demo");
    }
}
