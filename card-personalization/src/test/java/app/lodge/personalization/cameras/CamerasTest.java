package app.lodge.personalization.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.personalization.cameras.Cameras.Found;
import app.lodge.personalization.vision.OpenCv;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Cameras that work, that are missing, taken, forbidden, pulled out and silent; and pictures in their
/// place.
@Tag("ID-11")
@Timeout(60)
final class CamerasTest {

    @TempDir Path folder;

    @Test
    void aFolderOfPicturesIsACameraForTrainingAndBeginsAgain() throws Exception {
        picture("1.png", Color.RED);
        picture("2.png", Color.BLUE);
        var cameras = new Cameras(new FileCameraDriver(Duration.ofMillis(1), folder));
        assertThat(cameras.found())
                .containsExactly(new Found("file:" + folder, String.valueOf(folder.getFileName())));
        try (var camera = cameras.open("file:" + folder)) {
            for (var colour : List.of(Color.RED, Color.BLUE, Color.RED)) {
                assertThat(new Color(camera.next().getRGB(5, 5))).isEqualTo(colour);
            }
        }
        try (var camera = cameras.open("file:" + folder.resolve("2.png"))) {
            assertThat(new Color(camera.next().getRGB(5, 5))).isEqualTo(Color.BLUE);
            assertThat(new Color(camera.next().getRGB(5, 5))).isEqualTo(Color.BLUE);
        }
    }

    @Test
    void aFileThatGoesOrIsNoneIsAMissingCamera() throws Exception {
        var cameras = new Cameras(new FileCameraDriver(Duration.ofMillis(1)));
        var one = picture("1.png", Color.RED);
        try (var camera = cameras.open("file:" + one)) {
            camera.next();
            Files.delete(one);
            fault(camera::next, new DeviceFault.NoCamera("file:" + one));
        }
        Files.writeString(one, "no picture");
        try (var camera = cameras.open("file:" + one)) {
            fault(camera::next, new DeviceFault.NoCamera("file:" + one));
        }
        for (var wrong : List.of("file:", "file:" + folder.resolve("none"), "film:x", "x", "")) {
            fault(() -> cameras.open(wrong), new DeviceFault.NoCamera(wrong));
        }
    }

    @Test
    void linuxNamesItsCamerasAndNotWhatTheySayBesides() throws Exception {
        Assumptions.assumeTrue(System.getProperty("os.name").startsWith("Linux"));
        var known = Files.createDirectories(folder.resolve("video4linux"));
        for (int i = 3; i >= 0; i--) {
            var device = Files.createDirectories(known.resolve("video" + i));
            Files.writeString(device.resolve("name"), "Desk camera " + i / 2 + "\n");
            Files.writeString(device.resolve("index"), i % 2 + "\n");
        }
        var devices = Path.of("/dev");
        assertThat(new VideoCameraDriver(known, devices, file -> true).found())
                .containsExactly(
                        new Found("video:/dev/video0", "Desk camera 0"),
                        new Found("video:/dev/video2", "Desk camera 1"));
        assertThat(new VideoCameraDriver(folder.resolve("none"), devices, file -> true).found())
                .isEmpty();
    }

    @Test
    void whatCannotBeOpenedSaysWhy() throws Exception {
        var barred = Files.writeString(folder.resolve("video7"), "");
        var cameras =
                new Cameras(new VideoCameraDriver(folder, folder, file -> !file.equals(barred)));
        var none = folder.resolve("video9");
        fault(() -> cameras.open("video:" + none), new DeviceFault.NoCamera("video:" + none));
        // A file is no video device: it opens as little as one that another program has.
        var busy = Files.writeString(folder.resolve("video8"), "");
        fault(() -> cameras.open("video:" + busy), new DeviceFault.CameraBusy("video:" + busy));
        fault(
                () -> cameras.open("video:" + barred),
                new DeviceFault.CameraForbidden("video:" + barred));
    }

    /// The whole way through the library, with a film of pictures that ends as if the plug were pulled.
    @Test
    void picturesComeAsTheCameraSentThemAndTheirEndIsSaid() throws Exception {
        OpenCv.load();
        for (int i = 0; i < 3; i++) {
            picture("f%02d.png".formatted(i), new Color(200, 100 + 40 * i, 20));
        }
        var capture =
                new VideoCapture(folder.resolve("f%02d.png").toString(), opencv_videoio.CAP_IMAGES);
        assertThat(capture.isOpened()).isTrue();
        try (var camera = new VideoCamera(capture, "video:film")) {
            for (int i = 0; i < 3; i++) {
                var next = camera.next();
                assertThat(next.getWidth()).isEqualTo(40);
                assertThat(next.getHeight()).isEqualTo(30);
                assertThat(new Color(next.getRGB(39, 29)))
                        .isEqualTo(new Color(200, 100 + 40 * i, 20));
            }
            fault(camera::next, new DeviceFault.NoCamera("video:film"));
        }
    }

    /// Some drivers wait for a camera that is gone: nobody waits with them.
    @Test
    void aSilentCameraKeepsNobodyWaitingAndIsClosedWhenItComesBack() throws Exception {
        var patience = Duration.ofSeconds(3);
        var back = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var stuck = new AtomicInteger();
        var driver =
                driver(
                        new Camera() {
                            @Override
                            public BufferedImage next() {
                                stuck.incrementAndGet();
                                waitFor(back);
                                return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
                            }

                            @Override
                            public void close() {
                                closed.countDown();
                            }
                        });
        var camera = new Cameras(patience, driver).open("stub:1");
        fault(camera::next, new DeviceFault.NoAnswer("stub:1", patience));
        camera.close();
        camera.close();
        assertThat(closed.getCount()).as("its driver still waits").isOne();
        back.countDown();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(stuck).hasValue(1);
    }

    @Test
    void oneThatOpensTooLateIsClosedAgain() throws Exception {
        var patience = Duration.ofMillis(50);
        var back = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var late =
                new CameraDriver() {
                    @Override
                    public String scheme() {
                        return "stub";
                    }

                    @Override
                    public Camera open(String name) {
                        waitFor(back);
                        return camera(closed);
                    }

                    @Override
                    public List<Found> found() {
                        return List.of();
                    }
                };
        var cameras = new Cameras(patience, late);
        fault(() -> cameras.open("stub:1"), new DeviceFault.NoAnswer("stub:1", patience));
        back.countDown();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Camera camera(CountDownLatch closed) {
        return new Camera() {
            @Override
            public BufferedImage next() {
                throw new IllegalStateException("Nobody asks");
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }

    private static CameraDriver driver(Camera camera) {
        return new CameraDriver() {
            @Override
            public String scheme() {
                return "stub";
            }

            @Override
            public Camera open(String name) {
                return camera;
            }

            @Override
            public List<Found> found() {
                return List.of();
            }
        };
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void fault(ThrowingCallable asked, DeviceFault fault) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }

    private Path picture(String name, Color colour) throws IOException {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 40, 30);
        graphics.dispose();
        var file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
