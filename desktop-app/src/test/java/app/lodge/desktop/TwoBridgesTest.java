package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.Bridge;
import app.lodge.bridge.BridgeOrder;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.doors.Connection;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two bridges, processes of their own, on one PostgreSQL: one has the devices, the other stands by. The
/// first is killed while a device tells; the second takes over, and nothing is lost and nothing there twice.
@Tag("ID-49")
final class TwoBridgesTest {

    private static final Actor ADMIN = new Actor(1, "Ana", Role.ADMINISTRATOR, "desk-1");
    private static final KdfCost CHEAP = new KdfCost(8, 1, 1);
    private static final int EVENTS = 60;

    @TempDir Path folder;

    @Test
    void theSecondTakesOverWithinSecondsAndTheBooksAgreeWithTheDevicesOwnRecord() throws Exception {
        try (var database = EmbeddedPostgres.builder().start()) {
            var first = home(database.getJdbcUrl("postgres", "postgres"));
            var code = device(first);
            var one = start(first);
            var second = copied(first);
            var two = start(second);
            try (var till =
                    (VirtualPaymentPoint)
                            VirtualDevices.start(
                                    new VirtualDevices.Order(
                                            first, "till-1", code, folder.resolve("till")),
                                    Clock.systemUTC())) {
                eventually(till::connected);
                assertThat(Connection.read(second)).as("the second stands by").isEmpty();
                for (var event = 0; event < EVENTS; event++) {
                    till.tell("level", Map.of("name", "notes", "used", event, "capacity", 100));
                    if (event == EVENTS / 2) {
                        one.destroyForcibly();
                    }
                }
                eventually(() -> till.unacknowledged() == 0);
                assertThat(Connection.read(second)).as("the second took over").isPresent();
            }
            assertThat(two.isAlive()).isTrue();
            two.destroy();
            assertThat(two.waitFor(60, TimeUnit.SECONDS)).isTrue();
            agree(second);
        }
    }

    private void agree(Path home) throws Exception {
        try (var site = Site.open(new Home(home), Clock.systemUTC(), CHEAP)) {
            var till = site.devices().named(ADMIN, "till-1").orElseThrow();
            var recorded = Files.readAllLines(folder.resolve("till/events.jsonl")).size();
            assertThat(recorded).isEqualTo(EVENTS);
            assertThat(till.lastSeq()).isEqualTo(EVENTS);
            assertThat(site.devices().events(ADMIN, till.device().id(), null, 500).rows())
                    .extracting(Devices.EventRow::seq)
                    .doesNotHaveDuplicates()
                    .hasSize(EVENTS);
            assertThat(FieldAccess.in(site.books()).term()).as("two terms").isEqualTo(2);
        }
    }

    /// With fixed ports, so that devices find whichever bridge has them at the same address.
    private Path home(String database) throws Exception {
        var home = Files.createDirectories(folder.resolve("first"));
        Files.writeString(
                home.resolve("lodge.properties"),
                """
                books.url=%s
                books.user=postgres
                bridge.standby=yes
                mqtt.port=%d
                join.port=%d
                """
                        .formatted(database, freePort(), freePort()));
        Site.create(
                new Home(home),
                SiteSettings.of("Test site", Currency.getInstance("EUR"), ZoneId.of("UTC"), "en"),
                "admin",
                "correct horse battery staple".toCharArray(),
                Clock.systemUTC(),
                CHEAP);
        return home;
    }

    private static String device(Path home) throws Exception {
        try (var site = Site.open(new Home(home), Clock.systemUTC(), CHEAP)) {
            var added =
                    site.devices()
                            .add(
                                    ADMIN,
                                    RequestId.fresh(),
                                    "till-1",
                                    DeviceKind.PAYMENT_POINT,
                                    "",
                                    "");
            return ((Devices.AddOutcome.Added) added).code().code();
        }
    }

    /// The second machine has the same vault, authority and settings.
    private Path copied(Path from) throws IOException {
        var to = Files.createDirectories(folder.resolve("second"));
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(Connection.FILE) && !name.endsWith(".lock")) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
        return to;
    }

    private Process start(Path home) throws Exception {
        var process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        BridgeProcess.class.getName(),
                                        home.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("bridge.out").toFile())
                        .start();
        if (home.endsWith("first")) {
            eventually(() ->
                    !process.isAlive()
                            || Connection.read(home)
                                    .filter(there -> there.mqttPort() > 0)
                                    .isPresent());
        }
        assertThat(process.isAlive()).isTrue();
        return process;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(50);
        }
    }

    /// A bridge in a process of its own.
    static final class BridgeProcess {
        public static void main(String[] arguments) throws Exception {
            var home = new Home(Path.of(arguments[0]));
            var bridge = Bridge.start(new BridgeOrder(home, Clock.systemUTC(), CHEAP));
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
            bridge.awaitStop();
        }
    }
}
