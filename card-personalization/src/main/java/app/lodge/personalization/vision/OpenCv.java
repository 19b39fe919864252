package app.lodge.personalization.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.equalizeHist;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/// OpenCV, in the release that the build pins. Its libraries are unpacked once for each user of the
/// computer; a package that was built for another system carries none for this one.
public final class OpenCv {

    /// Where a system's libraries bring their files.
    private static final List<String> SHARED = List.of("share/opencv4", "etc");

    private static Optional<Missing> missing = Optional.empty();
    private static boolean loaded;

    private OpenCv() {}

    /// It cannot be loaded here.
    public static final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }

        Missing(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Loads it, the first time; takes a second or two then.
    public static synchronized void load() throws Missing {
        if (missing.isPresent()) {
            throw missing.get();
        }
        if (loaded) {
            return;
        }
        try {
            Loader.load(opencv_core.class);
            Loader.load(opencv_imgproc.class);
            Loader.load(opencv_objdetect.class);
            Loader.load(opencv_videoio.class);
            loaded = true;
        } catch (LinkageError | RuntimeException e) {
            var first = new Missing("No OpenCV for " + Loader.getPlatform(), e);
            missing = Optional.of(first);
            throw first;
        }
    }

    /// @param name of a file among those that OpenCV brings
    public static CascadeClassifier cascade(String name) throws Missing {
        load();
        try {
            var file = Loader.cacheResource(resource("haarcascades/" + name));
            var cascade = new CascadeClassifier(file.getPath());
            if (cascade.empty()) {
                throw new Missing("%s is no cascade".formatted(file));
            }
            return cascade;
        } catch (IOException e) {
            throw new Missing("Cannot unpack " + name, e);
        }
    }

    private static URL resource(String name) throws Missing {
        var platform = Loader.getPlatform();
        return SHARED.stream()
                .map(shared -> "/org/bytedeco/opencv/%s/%s/%s".formatted(platform, shared, name))
                .map(OpenCv.class::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Missing("No %s for %s".formatted(name, platform)));
    }

    /// The picture's light without its colours, evened out, `factor` times smaller.
    public static Mat grey(BufferedImage picture, double factor) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var light = new byte[width * height];
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                // The weights of ITU-R BT.601, as OpenCV has them.
                int sum = 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
                light[y * width + x] = (byte) (sum / 1000);
            }
        }
        var grey = new Mat();
        try (var pointer = new BytePointer(light);
                var whole = new Mat(height, width, CV_8UC1, pointer);
                var size =
                        new Size(
                                Math.max(1, (int) Math.round(width / factor)),
                                Math.max(1, (int) Math.round(height / factor)))) {
            resize(whole, grey, size, 0, 0, INTER_AREA);
            equalizeHist(grey, grey);
        }
        return grey;
    }

    /// @param picture of three colours, blue first, as captures bring it
    public static BufferedImage picture(Mat picture) {
        var image = new BufferedImage(picture.cols(), picture.rows(), BufferedImage.TYPE_3BYTE_BGR);
        var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int row = 3 * picture.cols();
        for (int y = 0; y < picture.rows(); y++) {
            try (var from = picture.ptr(y)) {
                from.get(pixels, y * row, row);
            }
        }
        return image;
    }
}
