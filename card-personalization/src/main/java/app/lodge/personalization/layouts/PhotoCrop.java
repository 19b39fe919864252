package app.lodge.personalization.layouts;

import app.lodge.core.books.Problem;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Makes a photograph for the card of whatever picture file comes: turned upright as its camera
/// noted, cropped to 35:45 and set straight, brought to a size that prints sharply, without the
/// camera's notes (place, time), small enough for the books (ID-11).
public final class PhotoCrop {

    /// The portrait's ratio, as on passports.
    public static final int RATIO_WIDTH = 35;

    public static final int RATIO_HEIGHT = 45;

    /// What the books take.
    public static final int LARGEST_PHOTO = 900_000;

    private static final int LARGEST_FILE_MEGABYTES = 25;

    /// The largest picture file that is looked at, in bytes.
    public static final int LARGEST_FILE = LARGEST_FILE_MEGABYTES * 1_000_000;

    private static final int SHOWN = 900;
    private static final int LISTED_WIDTH = 105;
    private static final int LISTED_HEIGHT = LISTED_WIDTH * RATIO_HEIGHT / RATIO_WIDTH;
    private static final int WIDTH = 700;
    private static final int HEIGHT = WIDTH * RATIO_HEIGHT / RATIO_WIDTH;

    public sealed interface PictureOutcome {

        record Upright(BufferedImage image) implements PictureOutcome {

            /// The same small enough for a screen, as JPEG.
            public byte[] forScreen() {
                return jpegOf(small(), 92);
            }

            /// The same at most as large as a screen shows it.
            public BufferedImage small() {
                int longest = Math.max(image.getWidth(), image.getHeight());
                var all = new Rectangle(image.getWidth(), image.getHeight());
                int width = Math.max(1, (int) ((long) all.width * SHOWN / longest));
                int height = Math.max(1, (int) ((long) all.height * SHOWN / longest));
                return longest <= SHOWN
                        ? Scaling.scaled(image, all, all.width, all.height)
                        : Scaling.scaled(image, all, width, height);
            }
        }

        record Rejected(List<Problem> problems) implements PictureOutcome {}
    }

    public sealed interface CropOutcome {

        /// @param jpeg baseline JPEG of `width` × `height` pixels
        record Cropped(byte[] jpeg, int width, int height) implements CropOutcome {
            public Cropped {
                jpeg = jpeg.clone();
            }

            @Override
            public byte[] jpeg() {
                return jpeg.clone();
            }

            /// The same in a size for lists, as JPEG.
            public byte[] thumbnail() {
                var whole = PictureReader.pixels(jpeg).orElseThrow();
                var all = new Rectangle(whole.getWidth(), whole.getHeight());
                return jpegOf(Scaling.scaled(whole, all, LISTED_WIDTH, LISTED_HEIGHT), 88);
            }
        }

        record Rejected(List<Problem> problems) implements CropOutcome {}
    }

    /// The picture as the camera held it, for somebody to choose a part of it.
    public PictureOutcome upright(byte[] file) {
        if (file.length > LARGEST_FILE) {
            return rejected(file.length, "photos.too-large", LARGEST_FILE_MEGABYTES);
        }
        var measured = PictureReader.measure(file);
        if (measured.isEmpty() || !List.of("JPEG", "png").contains(measured.get().format())) {
            return rejected("", "photos.unreadable");
        }
        var size = measured.get();
        if (!size.bearable()) {
            return rejected(
                    size.width() + " × " + size.height(),
                    "photos.too-many-pixels",
                    PictureReader.MOST_PIXELS / 1_000_000);
        }
        if (size.format().equals("JPEG") && JpegEnd.missing(file)) {
            return rejected("", "photos.torn");
        }
        var picture = PictureReader.pixels(file);
        if (picture.isEmpty()) {
            return rejected("", "photos.unreadable");
        }
        return new PictureOutcome.Upright(CameraTurn.of(file).upright(picture.get()));
    }

    /// Cuts the part out, as far as it lies inside the picture.
    public CropOutcome crop(PictureOutcome.Upright picture, PhotoFraming framing) {
        var upright = picture.image();
        var fitted = framing.within(upright.getWidth(), upright.getHeight());
        var part = fitted.part();
        int smallest = PhotoFraming.SMALLEST_WIDTH;
        if (part.width < smallest) {
            return new CropOutcome.Rejected(
                    List.of(
                            problem(
                                    part.width + " × " + part.height,
                                    "photos.too-small",
                                    smallest + " × " + smallest * RATIO_HEIGHT / RATIO_WIDTH)));
        }
        int width = Math.min(WIDTH, part.width);
        int height = Math.min(HEIGHT, part.height);
        var photo =
                framing.tilt() == 0
                        ? Scaling.scaled(upright, part, width, height)
                        : Straightened.cut(upright, fitted, width, height);
        return new CropOutcome.Cropped(smallEnough(photo), width, height);
    }

    private static byte[] smallEnough(BufferedImage photo) {
        for (int quality = 92; ; quality -= 12) {
            var jpeg = jpegOf(photo, quality);
            if (jpeg.length <= LARGEST_PHOTO || quality < 30) {
                return jpeg;
            }
        }
    }

    /// @param quality percent
    private static byte[] jpegOf(BufferedImage photo, int quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(photo, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static PictureOutcome rejected(Object value, String key, Object... arguments) {
        return new PictureOutcome.Rejected(List.of(problem(value, key, arguments)));
    }

    private static Problem problem(Object value, String key, Object... arguments) {
        return Problem.of("photo", value, key, arguments);
    }
}
