package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.devices.DeviceCare.Refused;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same day in the field with Mosquitto, by one setting.
final class FieldDayOnMosquittoTest extends FieldDayContract {

    static MosquittoBroker broker;

    @BeforeAll
    static void open(@TempDir Path home) throws Exception {
        assumeTrue(MosquittoBroker.installed(), "SKIPPED: needs mosquitto (package mosquitto)");
        folder = home;
        TestBridge.create(folder);
        Files.writeString(
                folder.resolve("lodge.properties"),
                "mqtt.broker=mqtts://127.0.0.1:%d\n".formatted(MosquittoBroker.freePort()));
        var bridge = Bridge.start(TestBridge.order(folder));
        broker = new MosquittoBroker(folder.resolve("mosquitto"));
        assertThat(bridge.awaitField(Duration.ofSeconds(60))).isTrue();
        site = new TestBridge(folder, bridge);
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
            broker.close();
        }
    }

    @Test
    @Tag("SAFE-59")
    void whomMosquittoTurnsAwayIsShownWithWhatItSays() throws Exception {
        assumeTrue(Mosquitto.installed(), "SKIPPED: needs mosquitto_pub (mosquitto-clients)");
        var connection = site.bridge.connection();
        var bare =
                new Mosquitto(
                        folder.resolve("m-bare"), connection.certificate(), connection.mqttPort());
        assertThat(bare.publish("bare", "lodge", "{}").status()).isNotZero();
        eventually(() -> refused("NO_CERTIFICATE"));
        var elsewhere =
                SiteAuthority.in(
                        Files.createDirectory(folder.resolve("elsewhere")),
                        "elsewhere",
                        new MosquittoTest.Plain(),
                        Clock.systemUTC());
        var foreign =
                new Mosquitto(
                                folder.resolve("m-foreign"),
                                connection.certificate(),
                                connection.mqttPort())
                        .as(elsewhere.client("till-x"));
        assertThat(foreign.publish("till-x", "lodge", "{}").status()).isNotZero();
        eventually(() -> refused("NOT_TRUSTED"));
    }

    private static boolean refused(String why) {
        return site.site().care().refusals(ADMIN, 500).stream()
                .anyMatch(one -> one.what() == Refused.CONNECT && one.detail().equals(why));
    }

    @Test
    @Tag("ID-15")
    @Tag("SAFE-12")
    void aKilledBrokerCostsTimeAndNoEvents() throws Exception {
        var ida = site.holder("Broker", "04A1B2C3D4E5F1", 5_000);
        try (var till =
                site.join(VirtualPaymentPoint.class, "till-broker", DeviceKind.PAYMENT_POINT)) {
            configure("till-broker", Map.of("offline.rule", "limit", "offline.limit", "5000"));
            eventually(() -> till.listVersion("allow") > 0);
            assertThat(till.tap(ida.uid(), new Money(100, EUR)))
                    .isInstanceOf(TapOutcome.Paid.class);
            broker.kill();
            eventually(() -> !till.connected());
            eventually(() ->
                    !site.site().devices().named(ADMIN, "till-broker").orElseThrow().online());
            for (var tap = 0; tap < 10; tap++) {
                assertThat(till.tap(ida.uid(), new Money(10, EUR)))
                        .isInstanceOf(TapOutcome.Paid.class);
            }
            broker.startAgain();
            eventually(till::connected);
            eventually(() -> till.unacknowledged() == 0);
            assertThat(site.balance(ida)).isEqualTo(5_000 - 100 - 10 * 10);
            eventually(
                    () -> site.site().devices().named(ADMIN, "till-broker").orElseThrow().online());
        }
    }
}
