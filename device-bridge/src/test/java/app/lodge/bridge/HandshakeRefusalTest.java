package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceCare.Refusal;
import app.lodge.core.devices.DeviceCare.Refused;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Matter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever is turned away before saying a word stands in the journal and on the screens, whatever was
/// wrong with the certificate, and once however often it knocks.
@Tag("SAFE-59")
final class HandshakeRefusalTest {

    @TempDir static Path folder;
    static TestBridge site;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(
                Mosquitto.installed(),
                "SKIPPED: needs mosquitto_pub and mosquitto_sub (package mosquitto-clients)");
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void whoShowsNoCertificateIsShownByTheAddress() throws Exception {
        for (var time = 0; time < 5; time++) {
            assertThat(knock("bare", client("bare"))).isNotZero();
        }
        eventually(() -> !refusals("127.0.0.1", "NO_CERTIFICATE").isEmpty());
        assertThat(refusals("127.0.0.1", "NO_CERTIFICATE")).hasSize(1);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsForeign() throws Exception {
        var elsewhere =
                SiteAuthority.in(
                        Files.createDirectory(folder.resolve("elsewhere")),
                        "elsewhere",
                        new MosquittoTest.Plain(),
                        Clock.systemUTC());
        assertThat(knock("till-x", client("foreign").as(elsewhere.client("till-x")))).isNotZero();
        eventually(() -> !refusals("127.0.0.1", "FOREIGN").isEmpty());
    }

    @Test
    void anExpiredCertificateOfTheSiteIsShownAsExpired() throws Exception {
        var then = Clock.systemUTC().instant().minus(SiteAuthority.DEVICE_LIFE.plusDays(1));
        var expired = authority(() -> then).client("till-old");
        assertThat(knock("till-old", client("expired").as(expired))).isNotZero();
        eventually(() -> !refusals("127.0.0.1", "EXPIRED").isEmpty());
    }

    @Test
    void aRevokedCertificateIsShownByItsName() throws Exception {
        var code = site.add("till-lost", DeviceKind.PAYMENT_POINT).code();
        var lost = authority(Clock.systemUTC()).client("till-lost");
        assertThat(
                        site.site()
                                .field()
                                .redeem(
                                        "till-lost",
                                        code,
                                        lost.serial(),
                                        Identity.until(lost.certificate())))
                .isInstanceOf(FieldBooks.JoinOutcome.Joined.class);
        assertThat(knock("till-lost", client("lost").as(lost))).isZero();
        site.site().care().revoke(ADMIN, RequestId.fresh(), site.device("till-lost").id());
        assertThat(knock("till-lost", client("revoked").as(lost))).isNotZero();
        eventually(() -> !refusals("till-lost", "REVOKED").isEmpty());
    }

    @Test
    void aStrangerWithACertificateOfTheSiteIsShownByItsName() throws Exception {
        var stranger = authority(Clock.systemUTC()).client("nobody-knows");
        assertThat(knock("nobody-knows", client("stranger").as(stranger))).isNotZero();
        eventually(() -> !refusals("nobody-knows", "STRANGER").isEmpty());
    }

    @Test
    void whoIsTurnedAwayIsATaskOnTheStartPage() throws Exception {
        knock("bare", client("task"));
        eventually(() -> !refusals("127.0.0.1", "NO_CERTIFICATE").isEmpty());
        site.site().watch().round(app.lodge.core.books.Actor.system("bridge"));
        assertThat(site.site().watch().alerts(ADMIN, 50))
                .filteredOn(alert -> alert.matter() == Matter.REFUSED)
                .extracting(Alert::what)
                .contains("127.0.0.1");
    }

    private static int knock(String name, Mosquitto client) throws Exception {
        var topic = "lodge/v1/" + site.site().vault().siteId() + "/" + name + "/up/nothing";
        return client.publish(name, topic, "{}").status();
    }

    private static Mosquitto client(String name) throws IOException {
        var connection = site.bridge.connection();
        return new Mosquitto(
                folder.resolve("h-" + name), connection.certificate(), connection.mqttPort());
    }

    private static List<Refusal> refusals(String name, String detail) {
        return site.site().care().refusals(ADMIN, 500).stream()
                .filter(one -> one.what() == Refused.CONNECT)
                .filter(one -> one.name().equals(name) && one.detail().equals(detail))
                .toList();
    }

    /// The site's own, with another clock.
    private static SiteAuthority authority(InstantSource clock) throws IOException {
        var vault = site.site().vault();
        return SiteAuthority.in(
                folder,
                vault.siteId(),
                new Sealing() {
                    @Override
                    public byte[] seal(byte[] plain) {
                        return vault.sealAs("field-authority", plain);
                    }

                    @Override
                    public byte[] open(byte[] sealed) {
                        return vault.openAs("field-authority", sealed);
                    }
                },
                clock);
    }
}
