package app.lodge.bridge.virtual;

import app.lodge.core.devices.DeviceKind;
import app.lodge.core.doors.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// Puts virtual devices into the field: they join with their code once, then speak only the protocol.
public final class VirtualDevices {

    private VirtualDevices() {}

    /// @param home where the bridge leaves `bridge.json`
    /// @param code the one-time code; empty if the device joined before from the same `state` folder
    /// @param state the device's own store
    public record Order(Path home, String name, String code, Path state) {
        @Override
        public String toString() {
            return "Order[" + name + ", " + state + "]";
        }
    }

    /// Joins if need be and goes online in the background.
    ///
    /// @throws IOException if no bridge runs, or it says no, or the device's store cannot be read
    public static VirtualDevice start(Order order, InstantSource clock) throws IOException {
        return start(order, new LiveSurroundings(() -> Connection.read(order.home()), clock));
    }

    /// The same, beside others in the same surroundings.
    public static VirtualDevice start(Order order, LiveSurroundings surroundings)
            throws IOException {
        var folder = new DeviceFolder(order.state());
        var joined = folder.joined().orElse(null);
        if (joined == null) {
            var bridge =
                    Connection.read(order.home())
                            .orElseThrow(
                                    () -> new IOException("No bridge runs in " + order.home()));
            joined = JoinClient.join(bridge, order.name(), order.code());
            folder.write(joined);
        }
        return start(folder, joined, surroundings);
    }

    /// A device that has joined goes online.
    static VirtualDevice start(
            DeviceFolder folder, DeviceFolder.Joined joined, Surroundings surroundings)
            throws IOException {
        var end = new FieldEnd(folder, joined, surroundings);
        end.link().start();
        return switch (DeviceKind.valueOf(joined.kind())) {
            case PAYMENT_POINT -> new VirtualPaymentPoint(end);
            case KIOSK -> new VirtualKiosk(end);
            case PHONE -> new VirtualPhone(end);
            case LOCKER_CABINET -> new VirtualLockerCabinet(end);
            case SAFE -> new VirtualSafe(end);
            case PORTAL -> new VirtualPortal(end);
            case DOOR -> {
                end.close();
                throw new IOException(
                        joined.topics() + " is a door: its reader is tried with 'lodge door try'");
            }
        };
    }
}
