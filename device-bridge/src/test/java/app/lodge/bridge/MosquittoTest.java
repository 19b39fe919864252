package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.SigningRequest;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.FieldBooks;
import app.lodge.core.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody else's MQTT client speaks the protocol as a device, with the messages as documented.
@Tag("ID-15")
final class MosquittoTest {

    @TempDir static Path folder;
    static TestBridge site;
    static SiteAuthority authority;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(
                Mosquitto.installed(),
                "SKIPPED: needs mosquitto_pub and mosquitto_sub (package mosquitto-clients)");
        site = new TestBridge(folder);
        var vault = site.site().vault();
        authority =
                SiteAuthority.in(
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
                        Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void eventsAreTakenInExactlyOnceWhateverTheOrder() throws Exception {
        var holder = site.holder("Foreign", "04C1B2C3D4E501", 1_000);
        var device = joined("foreign-till");
        var client = client("foreign-till").as(device);
        var topics = "lodge/v1/" + site.site().vault().siteId() + "/foreign-till";
        client.publish("foreign-till", topics + "/up/event", payment(2, holder.uid(), 200));
        client.publish("foreign-till", topics + "/up/event", payment(2, holder.uid(), 200));
        client.publish("foreign-till", topics + "/up/event", payment(1, holder.uid(), 100));
        client.publish("foreign-till", topics + "/up/event", payment(1, holder.uid(), 999));
        client.publish("foreign-till", topics + "/up/event", payment(3, holder.uid(), 300));
        eventually(() -> view("foreign-till") == 3);
        eventually(() -> kinds().contains("device.event-contradicted"));
        assertThat(site.balance(holder)).isEqualTo(400);
        assertThat(
                        site.site()
                                .devices()
                                .events(ADMIN, site.device("foreign-till").id(), null, 10)
                                .rows())
                .extracting(Devices.EventRow::seq)
                .containsExactly(3L, 2L, 1L);
        assertThat(kinds()).contains("device.event-after-gap");
    }

    @Test
    @Tag("ID-39")
    void aDeviceHearsItsRetainedConfiguration() throws Exception {
        var client = client("foreign-hello").as(joined("foreign-hello"));
        var topics = "lodge/v1/" + site.site().vault().siteId() + "/foreign-hello";
        client.publish(
                "foreign-hello",
                topics + "/up/reported",
                "{\"version\":0,\"config\":{},\"errors\":[],\"lists\":{}}");
        eventually(() ->
                site.site().devices().named(ADMIN, "foreign-hello").orElseThrow().lastContact()
                        != null);
        var desired =
                Mosquitto.ended(client.subscribe("foreign-hello", topics + "/down/desired", 1, 20));
        assertThat(desired.status()).isZero();
        assertThat(desired.output()).contains("\"offline.rule\":\"refuse\"", "\"version\":1");
    }

    @Test
    void aForeignTopicIsRefusedAndJournalled() throws Exception {
        var client = client("foreign-nosy").as(joined("foreign-nosy"));
        joined("foreign-victim");
        var site1 = "lodge/v1/" + site.site().vault().siteId();
        client.publish(
                "foreign-nosy",
                site1 + "/foreign-victim/up/event",
                payment(1, "04C1B2C3D4E509", 100));
        eventually(() -> kinds().contains("device.publish-refused"));
        assertThat(view("foreign-victim")).isZero();
        var spying =
                Mosquitto.ended(
                        client.subscribe("foreign-nosy", site1 + "/foreign-victim/down/#", 1, 5));
        assertThat(spying.output()).contains("denied");
        eventually(() -> kinds().contains("device.subscribe-refused"));
    }

    @Test
    void whoHasNoCertificateOfThisSiteDoesNotConnect() throws Exception {
        var topic = "lodge/v1/" + site.site().vault().siteId() + "/stranger/up/event";
        assertThat(client("nobody").publish("stranger", topic, "{}").status()).isNotZero();

        var elsewhere =
                SiteAuthority.in(
                        java.nio.file.Files.createDirectory(folder.resolve("elsewhere")),
                        "elsewhere",
                        new Plain(),
                        Clock.systemUTC());
        assertThat(
                        client("foreign-site")
                                .as(elsewhere.client("stranger"))
                                .publish("stranger", topic, "{}")
                                .status())
                .isNotZero();

        // A certificate of the site for a name that the books do not know, or that is void by now.
        assertThat(
                        client("unknown")
                                .as(authority.client("stranger"))
                                .publish("stranger", topic, "{}")
                                .status())
                .isNotZero();
        var old = joined("foreign-twice");
        var renewed =
                site.site()
                        .devices()
                        .renewJoinCode(
                                ADMIN,
                                app.lodge.core.books.RequestId.fresh(),
                                site.device("foreign-twice").id())
                        .orElseThrow();
        redeem("foreign-twice", renewed.code());
        assertThat(client("void").as(old).publish("foreign-twice", topic, "{}").status())
                .isNotZero();
        // A right certificate under another device's name.
        assertThat(
                        client("borrowed")
                                .as(joined("foreign-lender"))
                                .publish("foreign-twice", topic, "{}")
                                .status())
                .isNotZero();
        eventually(() -> kinds().contains("device.connect-refused"));
    }

    @Test
    void nonsenseIsDroppedAndNoted() throws Exception {
        var client = client("foreign-nonsense").as(joined("foreign-nonsense"));
        var topic = "lodge/v1/" + site.site().vault().siteId() + "/foreign-nonsense/up/event";
        for (var nonsense :
                List.of(
                        "",
                        "[]",
                        "{\"seq\":0}",
                        "{\"seq\":1.5,\"kind\":\"x\",\"at\":\"2026-11-22T08:00:00Z\"}",
                        "{\"seq\":1,\"kind\":\"DROP TABLE\",\"at\":\"2026-11-22T08:00:00Z\"}",
                        "{\"seq\":1,\"kind\":\"x\",\"at\":\"yesterday\"}")) {
            client.publish("foreign-nonsense", topic, nonsense);
        }
        eventually(() -> kinds().contains("device.message-refused"));
        assertThat(view("foreign-nonsense")).isZero();
    }

    private static String payment(long seq, String uid, long cents) {
        return """
        {"seq":%d,"kind":"payment","at":"%s","credential":"%s",
         "amount":{"minor":%d,"currency":"EUR"},"askId":"","offline":true,"later":"unknown"}
        """
                .formatted(seq, "2026-11-22T08:00:00Z", uid, cents);
    }

    private static Mosquitto client(String name) throws Exception {
        var connection = site.bridge.connection();
        return new Mosquitto(
                folder.resolve("m-" + name), connection.certificate(), connection.mqttPort());
    }

    private static Identity joined(String name) {
        return redeem(name, site.add(name, DeviceKind.PAYMENT_POINT).code());
    }

    private static Identity redeem(String name, String code) {
        var identity = authority.client(name);
        assertThat(SigningRequest.make(name).request()).contains("CERTIFICATE REQUEST");
        assertThat(
                        site.site()
                                .field()
                                .redeem(
                                        name,
                                        code,
                                        identity.serial(),
                                        identity.certificate().getNotAfter().toInstant()))
                .isInstanceOf(FieldBooks.JoinOutcome.Joined.class);
        return identity;
    }

    private static long view(String name) {
        return site.site().devices().named(ADMIN, name).orElseThrow().lastSeq();
    }

    private static Set<String> kinds() {
        return site.site().journal().page(ADMIN, Journal.Filter.all(), null, 500).rows().stream()
                .map(row -> row.kind())
                .collect(Collectors.toSet());
    }

    static final class Plain implements Sealing {
        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }
    }
}
