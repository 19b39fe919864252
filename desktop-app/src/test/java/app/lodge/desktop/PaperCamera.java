package app.lodge.desktop;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cameras.Camera;
import app.lodge.personalization.cameras.CameraDriver;
import app.lodge.personalization.cameras.Cameras.Found;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A camera that always sees the same, until somebody pulls its plug.
final class PaperCamera implements CameraDriver {

    final AtomicInteger open = new AtomicInteger();

    /// What it runs into; null while it works.
    volatile @Nullable DeviceFault fault;

    private final BufferedImage picture;

    PaperCamera(BufferedImage picture) {
        this.picture = picture;
    }

    @Override
    public String scheme() {
        return "paper";
    }

    @Override
    public List<Found> found() {
        return List.of(
                new Found("paper:/dev/video0", "Desk camera"),
                new Found("paper:/dev/video2", "Document camera"));
    }

    @Override
    public Camera open(String name) throws DeviceException {
        check();
        open.incrementAndGet();
        var closed = new CountDownLatch(1);
        return new Camera() {
            @Override
            public BufferedImage next() throws DeviceException {
                try {
                    var _ = closed.await(20, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                check();
                return picture;
            }

            @Override
            public void close() {
                closed.countDown();
                open.decrementAndGet();
            }
        };
    }

    private void check() throws DeviceException {
        var now = fault;
        if (now != null) {
            throw new DeviceException(now);
        }
    }
}
