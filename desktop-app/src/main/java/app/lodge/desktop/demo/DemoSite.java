package app.lodge.desktop.demo;

import app.lodge.core.books.Actor;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.core.site.SiteException;
import app.lodge.desktop.link.BridgeCommand;
import app.lodge.desktop.link.BundledBridge;
import app.lodge.desktop.link.BundledBridge.StartOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The demo's site: its folder, its bridge in a process of its own, and the administrator's session.
final class DemoSite implements AutoCloseable {

    static final String ADMINISTRATOR = "demo";

    /// No secret: the demo's people are made up.
    static final String PASSWORD = "Lodge-demo-2026";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Leftovers leftovers;
    private final String workstation;
    private RemoteDoors doors;
    private Actor actor = Actor.system("nobody");
    private Optional<ProcessHandle> bridge;

    private DemoSite(Path home, Leftovers leftovers, String workstation, Started started) {
        this.home = home;
        this.leftovers = leftovers;
        this.workstation = workstation;
        this.bridge = started.process();
        this.doors = new RemoteDoors(started.connection());
    }

    /// @param process empty if the bridge ran before
    private record Started(Optional<ProcessHandle> process, Connection connection) {}

    static void create(Path home, String language) throws SiteException {
        Site.create(
                new Home(home),
                SiteSettings.of(
                        "Riverside",
                        Currency.getInstance("EUR"),
                        ZoneId.of("Europe/Berlin"),
                        language),
                ADMINISTRATOR,
                PASSWORD.toCharArray(),
                InstantSource.system(),
                KdfCost.STANDARD);
    }

    static DemoSite start(Path home, Leftovers leftovers, String workstation) {
        return new DemoSite(home, leftovers, workstation, startBridge(home, leftovers));
    }

    /// The site over its bridge, which is started only if none answers.
    static DemoSite reach(Path home, Leftovers leftovers, String workstation) {
        var running = BundledBridge.of(home).running();
        return running.isEmpty()
                ? start(home, leftovers, workstation)
                : new DemoSite(
                        home,
                        leftovers,
                        workstation,
                        new Started(Optional.empty(), running.orElseThrow()));
    }

    Path home() {
        return home;
    }

    long bridgeProcess() {
        return bridge.orElseThrow().pid();
    }

    Actor actor() {
        return actor;
    }

    <D> D door(Class<D> door) {
        return doors.door(door);
    }

    void signIn() {
        if (!letsIn()) {
            throw new IllegalStateException("The demo's administrator was not let in");
        }
    }

    /// Signs the demo's administrator in.
    ///
    /// @return false if the site has no such administrator, or with another password
    boolean letsIn() {
        var outcome = doors.signIn(ADMINISTRATOR, PASSWORD.toCharArray(), workstation);
        if (outcome instanceof SignInOutcome.SignedIn(Actor signedIn)) {
            actor = signedIn;
            return true;
        }
        return false;
    }

    /// As a power cut would: no signal that the bridge could hear.
    void killBridge() {
        var process = bridge.orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    void startBridgeAgain() {
        var started = startBridge(home, leftovers);
        bridge = started.process();
        doors.close();
        doors = new RemoteDoors(started.connection());
        signIn();
    }

    static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Waited %d s for %s".formatted(PATIENCE.toSeconds(), what));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        doors.close();
    }

    private static Started startBridge(Path home, Leftovers leftovers) {
        return switch (new BundledBridge(home, BridgeCommand.likeThisProcess().quick(), PATIENCE)
                .start(leftovers::start)) {
            case StartOutcome.Started(var connection, var process, var log) -> {
                await(
                        "the field network, see " + log,
                        () -> Connection.read(home).filter(now -> now.mqttPort() != 0).isPresent());
                yield new Started(Optional.of(process), connection);
            }
            case StartOutcome.DidNotStart(var log, var lastLines) ->
                    throw new IllegalStateException("%s: %s".formatted(log, lastLines));
        };
    }
}
