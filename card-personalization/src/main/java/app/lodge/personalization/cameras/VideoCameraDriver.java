package app.lodge.personalization.cameras;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cameras.Cameras.Found;
import app.lodge.personalization.vision.OpenCv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `video:/dev/video0` on Linux (Video4Linux 2), `video:0` elsewhere: the cameras that the system
/// knows, through OpenCV.
public final class VideoCameraDriver implements CameraDriver {

    private static final Logger LOG = LoggerFactory.getLogger(VideoCameraDriver.class);

    /// What is asked for; a camera gives the nearest that it has.
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 960;

    private final Path known;
    private final Path devices;
    private final Predicate<Path> allowed;

    public VideoCameraDriver() {
        this(Path.of("/sys/class/video4linux"), Path.of("/dev"), VideoCameraDriver::allowed);
    }

    /// @param known where the kernel lists its video devices
    /// @param devices where they are opened
    /// @param allowed whether the system lets this user have a device
    VideoCameraDriver(Path known, Path devices, Predicate<Path> allowed) {
        this.known = known;
        this.devices = devices;
        this.allowed = allowed;
    }

    private static boolean allowed(Path device) {
        return Files.isReadable(device) && Files.isWritable(device);
    }

    @Override
    public String scheme() {
        return "video";
    }

    /// Elsewhere than on Linux nobody can ask without switching them on: the first two are offered.
    @Override
    public List<Found> found() {
        if (!linux()) {
            return List.of(new Found("video:0", "1"), new Found("video:1", "2"));
        }
        if (!Files.isDirectory(known)) {
            return List.of();
        }
        try (var all = Files.list(known)) {
            return all.filter(VideoCameraDriver::sendsPictures)
                    .sorted(Comparator.comparing(Path::toString))
                    .map(device ->
                            new Found(
                                    "video:"
                                            + devices.resolve(String.valueOf(device.getFileName())),
                                    line(device.resolve("name"))))
                    .toList();
        } catch (IOException e) {
            LOG.warn("Cannot list {}", known, e);
            return List.of();
        }
    }

    private static boolean linux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    /// A camera's second device carries what it says about its pictures.
    private static boolean sendsPictures(Path device) {
        var index = line(device.resolve("index"));
        return index.isEmpty() || index.equals("0");
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public Camera open(String name) throws DeviceException {
        var address = "video:" + name;
        boolean device = !name.matches("\\d{1,2}");
        if (device) {
            look(Path.of(name), address);
        }
        try {
            OpenCv.load();
        } catch (OpenCv.Missing e) {
            throw new DeviceException(new DeviceFault.CameraLibraryUnusable("OpenCV"), e);
        }
        var capture =
                device
                        ? new VideoCapture(name, opencv_videoio.CAP_V4L2)
                        : new VideoCapture(Integer.parseInt(name));
        if (!capture.isOpened()) {
            capture.close();
            throw new DeviceException(new DeviceFault.CameraBusy(address));
        }
        capture.set(opencv_videoio.CAP_PROP_FRAME_WIDTH, WIDTH);
        capture.set(opencv_videoio.CAP_PROP_FRAME_HEIGHT, HEIGHT);
        return new VideoCamera(capture, address);
    }

    /// What can be told apart before it is opened: OpenCV says no more than that it did not work.
    private void look(Path device, String address) throws DeviceException {
        if (!Files.exists(device)) {
            throw new DeviceException(new DeviceFault.NoCamera(address));
        }
        if (!allowed.test(device)) {
            throw new DeviceException(new DeviceFault.CameraForbidden(address));
        }
    }
}
