package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.DeviceCare.Confirmation;
import app.lodge.core.devices.DeviceCare.Refused;
import app.lodge.core.devices.DeviceCare.Revocation;
import app.lodge.core.devices.DeviceCare.State;
import app.lodge.core.devices.DeviceCare.Verb;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.devices.FieldAccess.Admission;
import app.lodge.core.money.Money;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Orders, certificates that follow and certificates that are void, over a real broker.
final class FieldCareTest {

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

    private static final Actor SECOND = new Actor(2, "Ben", Role.ADMINISTRATOR, "desk-2");

    @TempDir static Path folder;
    static TestBridge site;

    @BeforeAll
    static void open() throws Exception {
        site = new TestBridge(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    @Tag("SAFE-64")
    void anOrderIsCarriedOutAndItsResultIsSeen() throws Exception {
        try (var till = till("care-orders")) {
            var id = site.device("care-orders").id();
            order(id, Verb.LOCATE);
            eventually(() -> newest(id).state() == State.DONE);
            order(id, Verb.RESTART);
            eventually(() -> newest(id).state() == State.DONE);
            eventually(till::connected);
            till.goOffline();
            eventually(() -> !till.connected());
            order(id, Verb.LOCATE);
            assertThat(newest(id).state()).isEqualTo(State.WAITING);
            till.goOnline();
            eventually(() -> newest(id).state() == State.DONE);
            assertThat(care().order(ADMIN, RequestId.fresh(), new DeviceId(99_999), Verb.LOCATE))
                    .isEmpty();
        }
    }

    @Test
    @Tag("SAFE-64")
    void aLockedDeviceServesNobodyUntilTwoPeopleUnlockIt() throws Exception {
        try (var till = till("care-locked")) {
            var id = site.device("care-locked").id();
            var card = "04A1B2C3D4E5FF";
            order(id, Verb.LOCK);
            eventually(() -> newest(id).state() == State.DONE);
            assertThat(till.tap(card, new Money(100, TestBridge.EUR)))
                    .isEqualTo(new TapOutcome.Refused("OUT_OF_SERVICE"));
            order(id, Verb.UNLOCK);
            var asked = newest(id);
            assertThat(asked.state()).isEqualTo(State.ASKED);
            assertThat(care().confirm(ADMIN, RequestId.fresh(), asked.number()))
                    .isEqualTo(Confirmation.YOURSELF);
            assertThat(care().confirm(SECOND, RequestId.fresh(), asked.number()))
                    .isEqualTo(Confirmation.SENT);
            eventually(() -> newest(id).state() == State.DONE);
            assertThat(till.tap(card, new Money(100, TestBridge.EUR)))
                    .isNotEqualTo(new TapOutcome.Refused("OUT_OF_SERVICE"));
            order(id, Verb.LOG);
            eventually(() -> newest(id).detail().contains("1 refused"));
            assertThat(care().confirm(SECOND, RequestId.fresh(), asked.number()))
                    .isEqualTo(Confirmation.NOT_ASKED);
        }
    }

    @Test
    @Tag("SAFE-59")
    void aDeviceThatStaysConnectedRenewsBeforeItsCertificateEnds() throws Exception {
        var code = site.add("care-long", DeviceKind.PAYMENT_POINT).code();
        var ahead = new AtomicReference<>(Duration.ZERO);
        var order =
                new VirtualDevices.Order(folder, "care-long", code, folder.resolve("state-long"));
        try (var till =
                VirtualDevices.start(order, () -> Clock.systemUTC().instant().plus(ahead.get()))) {
            eventually(till::connected);
            var before = serial("care-long");
            ahead.set(Duration.ofDays(600));
            eventually(() -> !serial("care-long").equals(before));
            eventually(till::connected);
        }
    }

    @Test
    @Tag("SAFE-59")
    void aCertificateIsRenewedOverTheDevicesOwnTopicAndTheOneBeforeIsVoid() throws Exception {
        try (var till = till("care-renews")) {
            var before = serial("care-renews");
            order(site.device("care-renews").id(), Verb.RENEW);
            eventually(() -> !serial("care-renews").equals(before));
            eventually(till::connected);
            assertThat(access().admit("care-renews", before)).isEqualTo(Admission.REPLACED);
            assertThat(access().admit("care-renews", serial("care-renews")))
                    .isEqualTo(Admission.ADMITTED);
        }
    }

    @Test
    @Tag("SAFE-59")
    void aRevokedDeviceLosesItsConnectionAtOnceAndIsShownWhenItComesAgain() throws Exception {
        try (var till = till("care-revoked")) {
            var id = site.device("care-revoked").id();
            var serial = serial("care-revoked");
            assertThat(care().revoke(ADMIN, RequestId.fresh(), id)).isEqualTo(Revocation.REVOKED);
            eventually(() -> !till.connected());
            eventually(() -> refused(Refused.CONNECT, "care-revoked", "REVOKED"));
            assertThat(access().admit("care-revoked", serial)).isEqualTo(Admission.REVOKED);
            assertThat(care().revoke(ADMIN, RequestId.fresh(), id))
                    .isEqualTo(Revocation.NOTHING_TO_REVOKE);
            assertThat(site.device("care-revoked").joined()).isFalse();
        }
    }

    @Test
    @Tag("SAFE-59")
    void anExpiredCertificateAndAStrangersAreRefused() {
        var code = site.add("care-expired", DeviceKind.PAYMENT_POINT).code();
        site.site()
                .field()
                .redeem(
                        "care-expired",
                        code,
                        "0A0B",
                        Clock.systemUTC().instant().minus(Duration.ofSeconds(1)));
        assertThat(access().admit("care-expired", "0A0B")).isEqualTo(Admission.EXPIRED);
        assertThat(access().expired()).contains("care-expired");
        assertThat(access().admit("care-expired", "0A0C")).isEqualTo(Admission.OTHER_CERTIFICATE);
        assertThat(access().admit("nobody-knows", "0A0B")).isEqualTo(Admission.STRANGER);
    }

    @Test
    @Tag("SAFE-59")
    void aWrongCodeIsShown() {
        site.add("care-code", DeviceKind.PAYMENT_POINT);
        assertThatThrownBy(() ->
                        VirtualDevices.start(
                                new VirtualDevices.Order(
                                        folder,
                                        "care-code",
                                        "0000-0000-0000",
                                        folder.resolve("state-wrong")),
                                Clock.systemUTC()))
                .hasMessageContaining("WRONG_CODE");
        eventually(() -> refused(Refused.JOIN, "care-code", "WRONG_CODE"));
    }

    private static VirtualPaymentPoint till(String name) throws Exception {
        return site.join(VirtualPaymentPoint.class, name, DeviceKind.PAYMENT_POINT);
    }

    private static DeviceCare care() {
        return site.site().care();
    }

    private static FieldAccess access() {
        return FieldAccess.in(site.site().books());
    }

    private static String serial(String name) {
        var serial = site.site().field().named(name).orElseThrow().certificateSerial();
        return serial == null ? "" : serial;
    }

    private static void order(DeviceId id, Verb verb) {
        assertThat(care().order(ADMIN, RequestId.fresh(), id, verb)).isPresent();
    }

    private static DeviceCare.Command newest(DeviceId id) {
        return care().commands(ADMIN, id).getFirst();
    }

    private static boolean refused(Refused what, String name, String detail) {
        return care().refusals(ADMIN, 500).stream()
                .anyMatch(one ->
                        one.what() == what
                                && one.name().equals(name)
                                && one.detail().equals(detail));
    }
}
