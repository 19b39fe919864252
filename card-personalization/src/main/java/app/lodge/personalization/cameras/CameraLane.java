package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One camera's own thread. A camera that was pulled out may keep its driver waiting for long: whoever
/// asked is told after the patience, and the thread ends when the driver comes back.
final class CameraLane implements Camera {

    private final ExecutorService thread;
    private final Camera camera;
    private final String address;
    private final Duration patience;
    private boolean closed;

    private CameraLane(ExecutorService thread, Camera camera, String address, Duration patience) {
        this.thread = thread;
        this.camera = camera;
        this.address = address;
        this.patience = patience;
    }

    static Camera open(CameraDriver driver, String name, String address, Duration patience)
            throws DeviceException {
        var thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("camera " + address).factory());
        var opening = new Opening(() -> driver.open(name));
        boolean opened = false;
        try {
            var camera = on(thread, opening, address, patience);
            opened = true;
            return new CameraLane(thread, camera, address, patience);
        } finally {
            if (!opened) {
                // One that comes too late is closed again.
                thread.execute(opening::undo);
                thread.shutdown();
            }
        }
    }

    /// A camera on its way; used on its thread only.
    private static final class Opening implements Callable<Camera> {

        private final Callable<Camera> open;
        private Runnable undo = () -> {};

        Opening(Callable<Camera> open) {
            this.open = open;
        }

        @Override
        public Camera call() throws Exception {
            var camera = open.call();
            undo = camera::close;
            return camera;
        }

        void undo() {
            undo.run();
        }
    }

    @Override
    public BufferedImage next() throws DeviceException {
        return on(thread, camera::next, address, patience);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            thread.execute(camera::close);
            thread.shutdown();
        }
    }

    private static <T> T on(
            ExecutorService thread, Callable<T> asked, String address, Duration patience)
            throws DeviceException {
        var running = thread.submit(asked);
        long until = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException _) {
            throw new DeviceException(new DeviceFault.NoAnswer(address, patience));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException fault) {
                throw new DeviceException(fault.fault(), fault);
            }
            throw new IllegalStateException("A camera's driver broke", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
