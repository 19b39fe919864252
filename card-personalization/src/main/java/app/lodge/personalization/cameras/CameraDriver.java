package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import app.lodge.personalization.cameras.Cameras.Found;
import java.util.List;

/// Opens the cameras of one kind.
public interface CameraDriver {

    /// What their addresses begin with, before the colon.
    String scheme();

    /// @param name the address behind the colon
    Camera open(String name) throws DeviceException;

    /// The cameras that this machine sees now.
    List<Found> found();
}
