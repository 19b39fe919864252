package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.UpdateFault;
import app.lodge.bridge.virtual.VirtualDevice;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.SyncState;
import app.lodge.core.rollout.DeviceProgress;
import app.lodge.core.rollout.FieldPackage;
import app.lodge.core.rollout.Packages;
import app.lodge.core.rollout.Rollouts;
import app.lodge.core.rollout.Rollouts.Install;
import app.lodge.core.rollout.Rollouts.Order;
import app.lodge.core.rollout.Rollouts.Stages;
import app.lodge.core.rollout.Rollouts.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Packages on their way to devices and settings changed at devices, over a real broker.
final class RolloutInTheFieldTest {

    @RegisterExtension static final RecordedWire WIRE = new RecordedWire();

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
    @Tag("SAFE-52")
    @Tag("SAFE-55")
    void aProgramArrivesThroughABrokenLinkRunsAndIsTakenBack() throws Exception {
        try (var till = till("roll-one")) {
            var before = till.hands().program();
            var rollout = start("roll-one", program("one"), Install.AT_ONCE);
            eventually(() -> progress(rollout).received() > 0);
            till.goOffline();
            eventually(() -> !till.connected());
            till.goOnline();
            eventually(() -> progress(rollout).state() == DeviceProgress.INSTALLED);
            assertThat(till.hands().program()).isEqualTo("one 2.0");
            eventually(() -> view("roll-one").program().equals("one 2.0"));
            assertThat(progress(rollout).versionBefore()).isEqualTo(before);
            eventually(() -> state(rollout) == State.DONE);

            assertThat(site.site().rollouts().rollBack(ADMIN, RequestId.fresh(), rollout))
                    .isInstanceOf(Rollouts.ChangeOutcome.Changed.class);
            eventually(() -> state(rollout) == State.WENT_BACK);
            eventually(() -> view("roll-one").program().equals(before));
        }
    }

    /// Each kind of device is told what to run, runs it, and says so; who has it is seen at the desk.
    @ParameterizedTest
    @EnumSource(names = {"PAYMENT_POINT", "KIOSK", "PHONE", "LOCKER_CABINET", "SAFE"})
    @Tag("ID-60")
    @Tag("CHAIN-24")
    void aProgramOfTheCentreRunsOnEveryKindOfDevice(DeviceKind kind) throws Exception {
        var name = "kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (var device = site.join(VirtualDevice.class, name, kind)) {
            eventually(() -> !view(name).program().isEmpty());
            var before = device.hands().program();
            var program = add(kind, FieldPackage.Kind.PROGRAM, name, "a program".getBytes());
            var rollout = start(name, program, Install.AT_ONCE);
            eventually(() -> progress(rollout).state() == DeviceProgress.INSTALLED);
            assertThat(device.hands().program()).isEqualTo(name + " 2.0");
            eventually(() -> view(name).program().equals(name + " 2.0"));
            assertThat(progress(rollout).versionBefore()).isEqualTo(before);
            assertThat(site.site().board().rows(ADMIN))
                    .filteredOn(row -> row.device().name().equals(name))
                    .singleElement()
                    .satisfies(row -> assertThat(row.program()).isEqualTo(name + " 2.0"));
            // a package for another kind does not reach it
            var other =
                    add(
                            kind == DeviceKind.KIOSK ? DeviceKind.PAYMENT_POINT : DeviceKind.KIOSK,
                            FieldPackage.Kind.PROGRAM,
                            name + "-other",
                            "a program".getBytes());
            assertThat(site.site().rollouts().start(ADMIN, RequestId.fresh(), order(name, other)))
                    .isInstanceOf(Rollouts.StartOutcome.Rejected.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DISK_FULL, FAILED, DISK_FULL",
        "BAD_HASH, FAILED, BAD_HASH",
        "WRONG_SIGNATURE, FAILED, WRONG_SIGNATURE",
        "DOES_NOT_START, ROLLED_BACK, DOES_NOT_START",
        "REBOOT, INSTALLED, ''",
    })
    @Tag("SAFE-54")
    void whatGoesWrongIsSaidAndTheProgramBeforeRunsOn(
            UpdateFault fault, DeviceProgress end, String detail) throws Exception {
        var name = "roll-" + fault.name().toLowerCase().replace('_', '-');
        try (var till = till(name)) {
            var before = till.hands().program();
            till.hands().spoil(fault);
            var rollout = start(name, program(name), Install.AT_ONCE);
            eventually(() -> progress(rollout).state() == end);
            assertThat(progress(rollout).detail()).isEqualTo(detail);
            assertThat(till.hands().program())
                    .isEqualTo(end == DeviceProgress.INSTALLED ? name + " 2.0" : before);
            eventually(() -> state(rollout) == (end.failed() ? State.STOPPED : State.DONE));
        }
    }

    @Test
    @Tag("SAFE-53")
    @Tag("SAFE-56")
    void aMessageWaitsUntilSomebodyAtTheDeviceSaysYes() throws Exception {
        try (var till = till("roll-message")) {
            var message =
                    add(
                            FieldPackage.Kind.MESSAGE,
                            "Menu",
                            "Today: soup".getBytes(StandardCharsets.UTF_8));
            var rollout = start("roll-message", message, Install.ON_REQUEST);
            eventually(() -> progress(rollout).state() == DeviceProgress.DOWNLOADED);
            assertThat(till.hands().shown()).isEmpty();
            assertThat(till.hands().install()).isTrue();
            eventually(() -> progress(rollout).state() == DeviceProgress.INSTALLED);
            assertThat(till.hands().shown()).containsExactly("Menu 2.0");
        }
    }

    /// Texts and pictures come from the centre: what a safe shows is what was sent to it.
    @Test
    @Tag("SAFE-05")
    void aSafesScreenShowsTheCentresTextsAndPictures() throws Exception {
        try (var safe = site.join(VirtualDevice.class, "screen-safe", DeviceKind.SAFE)) {
            eventually(() -> !view("screen-safe").program().isEmpty());
            var notice =
                    add(DeviceKind.SAFE, FieldPackage.Kind.MESSAGE, "Notice", "Till 6".getBytes());
            var shown = start("screen-safe", notice, Install.AT_ONCE);
            eventually(() -> progress(shown).state() == DeviceProgress.INSTALLED);
            var picture = add(DeviceKind.SAFE, FieldPackage.Kind.IMAGE, "Logo", png());
            var logo = start("screen-safe", picture, Install.AT_ONCE);
            eventually(() -> progress(logo).state() == DeviceProgress.INSTALLED);
            assertThat(safe.hands().shown()).containsExactlyInAnyOrder("Notice 2.0", "Logo 2.0");
        }
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    @Tag("LOCK-08")
    void aChangeAtThePanelWhileOfflineIsSettledWithTheDesksAndBothAgree() throws Exception {
        try (var till = till("twin-panel")) {
            eventually(() -> view("twin-panel").sync() == SyncState.IN_SYNC);
            till.hands().set("ask.timeout", "9");
            eventually(() -> desired("twin-panel", "ask.timeout").equals("9"));
            eventually(() -> view("twin-panel").sync() == SyncState.IN_SYNC);

            till.goOffline();
            eventually(() -> !till.connected());
            site.site()
                    .devices()
                    .configure(
                            ADMIN,
                            RequestId.fresh(),
                            site.device("twin-panel").id(),
                            Map.of("ask.timeout", "5"));
            till.hands().set("ask.timeout", "7");
            till.goOnline();
            eventually(() -> !site.site().pushes().conflicts(ADMIN).isEmpty());
            eventually(() -> view("twin-panel").sync() == SyncState.IN_SYNC);
            assertThat(till.hands().setting("ask.timeout"))
                    .as("the later one")
                    .isEqualTo("7")
                    .isEqualTo(desired("twin-panel", "ask.timeout"));
        }
    }

    private static VirtualPaymentPoint till(String name) throws Exception {
        var till = site.join(VirtualPaymentPoint.class, name, DeviceKind.PAYMENT_POINT);
        eventually(till::connected);
        eventually(() -> !view(name).program().isEmpty());
        return till;
    }

    private static FieldPackage program(String name) {
        var content = new byte[700_000];
        new Random(7).nextBytes(content);
        return add(FieldPackage.Kind.PROGRAM, name, content);
    }

    private static FieldPackage add(FieldPackage.Kind kind, String name, byte[] content) {
        return add(DeviceKind.PAYMENT_POINT, kind, name, content);
    }

    private static FieldPackage add(
            DeviceKind of, FieldPackage.Kind kind, String name, byte[] content) {
        var draft = new Packages.Draft(kind, name, "2.0", of, "", "", null, null);
        var added = site.site().packages().add(ADMIN, RequestId.fresh(), draft, content);
        return ((Packages.AddOutcome.Added) added).added();
    }

    private static long start(String device, FieldPackage what, Install install) {
        var order = order(device, what, install);
        var started = site.site().rollouts().start(ADMIN, RequestId.fresh(), order);
        return ((Rollouts.StartOutcome.Started) started).rollout().number();
    }

    private static Order order(String device, FieldPackage what) {
        return order(device, what, Install.AT_ONCE);
    }

    private static Order order(String device, FieldPackage what, Install install) {
        return new Order(
                what.number(),
                new Aim.One(site.device(device).id()),
                Stages.CAREFUL,
                install,
                null,
                null);
    }

    private static Rollouts.OnDevice progress(long rollout) {
        return site.site().rollouts().find(ADMIN, rollout).orElseThrow().devices().getFirst();
    }

    private static State state(long rollout) {
        return site.site().rollouts().find(ADMIN, rollout).orElseThrow().rollout().state();
    }

    private static app.lodge.core.devices.DeviceView view(String name) {
        return site.site().devices().named(ADMIN, name).orElseThrow();
    }

    private static String desired(String name, String setting) {
        return view(name).desired().getOrDefault(setting, "");
    }
}
