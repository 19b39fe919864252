package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cameras.Cameras.Found;
import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `file:PATH`: a picture, or the pictures of a folder one after the other and again from the first, in
/// the place of a camera: for training, and for tests without one.
public final class FileCameraDriver implements CameraDriver {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final List<Path> offered;
    private final Duration between;

    /// @param offered to choose from, as far as they exist
    public FileCameraDriver(Path... offered) {
        this(BETWEEN, offered);
    }

    FileCameraDriver(Duration between, Path... offered) {
        this.between = between;
        this.offered = List.of(offered);
    }

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public List<Found> found() {
        return offered.stream()
                .filter(Files::exists)
                .map(path -> new Found("file:" + path, String.valueOf(path.getFileName())))
                .toList();
    }

    @Override
    public Camera open(String name) throws DeviceException {
        try {
            var pictures = pictures(Path.of(name));
            if (!name.isBlank() && !pictures.isEmpty()) {
                return new Shown("file:" + name, pictures, between);
            }
        } catch (IOException | InvalidPathException _) {
            // The same as an empty folder: there is nothing to show.
        }
        throw new DeviceException(new DeviceFault.NoCamera("file:" + name));
    }

    private static List<Path> pictures(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.isRegularFile(path) ? List.of(path) : List.of();
        }
        try (var inside = Files.list(path)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static final class Shown implements Camera {

        private final String address;
        private final List<Path> pictures;
        private final Duration between;
        private final CountDownLatch closed = new CountDownLatch(1);
        private int next;

        Shown(String address, List<Path> pictures, Duration between) {
            this.address = address;
            this.pictures = pictures;
            this.between = between;
        }

        @Override
        public BufferedImage next() throws DeviceException {
            if (next > 0) {
                pause();
            }
            var file = pictures.get(next++ % pictures.size());
            try (var stream = Files.newInputStream(file)) {
                var content = stream.readNBytes(PhotoCrop.LARGEST_FILE + 1);
                if (new PhotoCrop().upright(content) instanceof PictureOutcome.Upright(var image)) {
                    return image;
                }
            } catch (IOException _) {
                // As pulling a camera's plug out.
            }
            throw new DeviceException(new DeviceFault.NoCamera(address));
        }

        /// As long as a camera takes for a picture, or until it is closed.
        private void pause() {
            try {
                var _ = closed.await(between.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
