package app.lodge.desktop.commandline;

import app.lodge.bridge.virtual.VirtualDevice;
import app.lodge.bridge.virtual.VirtualDevices;
import app.lodge.bridge.virtual.VirtualKiosk;
import app.lodge.bridge.virtual.VirtualLockerCabinet;
import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPhone;
import app.lodge.bridge.virtual.VirtualPortal;
import app.lodge.bridge.virtual.VirtualSafe;
import app.lodge.core.money.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who holds a medium to the device under test: somebody who reads the terminal, or nobody where the
/// device is simulated.
final class DeviceAtHand implements AutoCloseable {

    private static final String MEDIUM = "04C0FFEE123456";
    private static final long MINOR = 350;

    private final Session session;
    private final Path folder;
    private final String name;
    private @Nullable VirtualDevice device;

    DeviceAtHand(Session session, Path folder, String name) {
        this.session = session;
        this.folder = folder;
        this.name = name;
    }

    /// @throws IOException if it may not join
    void simulate(String code) throws IOException {
        device =
                VirtualDevices.start(
                        new VirtualDevices.Order(folder, name, code, folder.resolve("state")),
                        InstantSource.system());
    }

    void present() {
        switch (device) {
            case VirtualPaymentPoint point ->
                    Thread.startVirtualThread(
                            () -> point.tap(MEDIUM, new Money(MINOR, point.currency())));
            case VirtualLockerCabinet cabinet ->
                    Thread.startVirtualThread(() -> cabinet.open(MEDIUM));
            case VirtualKiosk kiosk ->
                    Thread.startVirtualThread(() -> kiosk.putIn(MEDIUM, Map.of(500L, 1)));
            case VirtualPhone phone ->
                    Thread.startVirtualThread(
                            () -> phone.tap(MEDIUM, new Money(MINOR, phone.currency())));
            case VirtualSafe safe ->
                    Thread.startVirtualThread(() -> safe.deposit(MEDIUM, Map.of(500L, 1), 0));
            case VirtualPortal portal ->
                    Thread.startVirtualThread(() ->
                            portal.say(
                                    "sign-in",
                                    Map.of(
                                            "email",
                                            "somebody@example.org",
                                            "secret",
                                            "a long enough secret")));
            case null -> session.note("cli.device.conform-present", name);
        }
    }

    @Override
    public void close() {
        var open = device;
        if (open != null) {
            open.close();
        }
    }
}
