package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import java.awt.image.BufferedImage;

/// An open camera; used from one thread.
public interface Camera extends AutoCloseable {

    /// Waits for the next picture.
    BufferedImage next() throws DeviceException;

    @Override
    void close();
}
