package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualDevice;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.ConfigField;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.devices.SyncState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every setting of every kind of device is changed from the desk and read back; nobody goes there, not even
/// for a controller that is replaced.
final class SettingsFromTheDeskTest {

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

    @ParameterizedTest
    @EnumSource(names = {"PAYMENT_POINT", "KIOSK", "PHONE", "LOCKER_CABINET"})
    @Tag("SAFE-51")
    @Tag("SAFE-50")
    @Tag("CHAIN-25")
    void everySettingIsChangedFromTheDeskAlsoWhileTheDeviceIsAway(DeviceKind kind)
            throws Exception {
        var name = "desk-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (var device = site.join(VirtualDevice.class, name, kind)) {
            var wanted = others(kind);
            assertThat(wanted).isNotEmpty();
            configure(name, wanted);
            eventually(() -> view(name).sync() == SyncState.IN_SYNC);
            assertThat(view(name).reported()).containsAllEntriesOf(wanted);
            wanted.forEach((key, value) ->
                    assertThat(device.hands().setting(key)).as(key).isEqualTo(value));

            device.goOffline();
            eventually(() -> !view(name).online());
            configure(name, presets(kind));
            assertThat(view(name).sync()).isNotEqualTo(SyncState.IN_SYNC);
            assertThat(view(name).reported()).containsAllEntriesOf(wanted);
            assertThat(view(name).desired()).containsAllEntriesOf(presets(kind));
            device.goOnline();
            eventually(() -> view(name).sync() == SyncState.IN_SYNC);
            assertThat(view(name).reported()).isEqualTo(view(name).desired());
        }
    }

    @Test
    @Tag("LOCK-77")
    void aNewControllerIsFilledFromWhatIsStoredAndReadBack() throws Exception {
        var name = "lockers-replaced";
        var holder = site.holder("Locker", "04A1B2C3D4E577", 0);
        var wanted = others(DeviceKind.LOCKER_CABINET);
        try (var first = site.join(VirtualDevice.class, name, DeviceKind.LOCKER_CABINET)) {
            configure(name, wanted);
            site.site()
                    .devices()
                    .assign(ADMIN, RequestId.fresh(), site.device(name).id(), 3, holder.person());
            eventually(() -> view(name).sync() == SyncState.IN_SYNC);
            eventually(() -> first.listVersion("allow") == allowVersion(name));
        }
        var code =
                site.site()
                        .devices()
                        .renewJoinCode(ADMIN, RequestId.fresh(), site.device(name).id())
                        .orElseThrow()
                        .code();
        var order = new VirtualDevices.Order(folder, name, code, folder.resolve("another-box"));
        try (var second = VirtualDevices.start(order, Clock.systemUTC())) {
            eventually(second::connected);
            eventually(() -> second.listVersion("allow") == allowVersion(name));
            eventually(() -> view(name).sync() == SyncState.IN_SYNC);
            wanted.forEach((key, value) ->
                    assertThat(second.hands().setting(key)).as(key).isEqualTo(value));
            assertThat(view(name).reported()).isEqualTo(view(name).desired());
        }
    }

    /// Another value than the preset for each setting.
    private static Map<String, String> others(DeviceKind kind) {
        var values = new TreeMap<String, String>();
        for (var field : site.site().devices().fields(ADMIN, kind)) {
            values.put(field.key(), other(field));
        }
        return values;
    }

    private static String other(ConfigField field) {
        return switch (field.type()) {
            case NUMBER ->
                    String.valueOf(
                            Long.parseLong(field.defaultValue()) == field.maximum()
                                    ? field.minimum()
                                    : field.maximum());
            case CHOICE -> field.choices().getLast();
            case SWITCH -> field.defaultValue().equals("true") ? "false" : "true";
            case TEXT -> "Zażółć 门";
        };
    }

    private static Map<String, String> presets(DeviceKind kind) {
        var values = new TreeMap<String, String>();
        site.site()
                .devices()
                .fields(ADMIN, kind)
                .forEach(field -> values.put(field.key(), field.defaultValue()));
        return values;
    }

    private static void configure(String name, Map<String, String> changes) {
        assertThat(
                        site.site()
                                .devices()
                                .configure(
                                        ADMIN, RequestId.fresh(), site.device(name).id(), changes)
                                .getClass()
                                .getSimpleName())
                .isNotEqualTo("Rejected");
    }

    private static long allowVersion(String name) {
        return view(name).lists().stream()
                .filter(list -> list.name().equals("allow"))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static DeviceView view(String name) {
        return site.site().devices().named(ADMIN, name).orElseThrow();
    }
}
