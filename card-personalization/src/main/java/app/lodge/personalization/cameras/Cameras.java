package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.time.Duration;
import java.util.List;

/// All cameras of this workstation, by address: `video:/dev/video0`, `file:/pictures` (ID-11).
public final class Cameras {

    /// How long a camera may take to open, and between two pictures.
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private final List<CameraDriver> drivers;
    private final Duration patience;

    public Cameras(CameraDriver... drivers) {
        this(PATIENCE, drivers);
    }

    /// @param patience shorter for tests
    Cameras(Duration patience, CameraDriver... drivers) {
        this.patience = patience;
        this.drivers = List.of(drivers);
    }

    /// @param address with its scheme
    /// @param name what the system calls it
    public record Found(String address, String name) {}

    /// Takes the camera until it is closed. Everything asked of it runs on its own thread, and nobody
    /// waits longer for it than the patience.
    public Camera open(String address) throws DeviceException {
        int colon = address.indexOf(':');
        var scheme = colon < 0 ? "" : address.substring(0, colon);
        for (var driver : drivers) {
            if (driver.scheme().equals(scheme)) {
                return CameraLane.open(driver, address.substring(colon + 1), address, patience);
            }
        }
        throw new DeviceException(new DeviceFault.NoCamera(address));
    }

    public List<Found> found() {
        return drivers.stream().flatMap(driver -> driver.found().stream()).toList();
    }
}
