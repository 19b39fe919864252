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
/// noted, cropped to 35:45, brought to a size that prints sharply, without the camera's notes
/// (place, time), small enough for the books (ID-11).
public final class PhotoCrop {

    /// The portrait's ratio, as on passports.
    public static final int RATIO_WIDTH = 35;

    public static final int RATIO_HEIGHT = 45;

    /// What the books take.
    public static final int LARGEST_PHOTO = 900_000;

    private static final int LARGEST_FILE_MEGABYTES = 25;
    private static final int SMALLEST_WIDTH = 140;
    private static final int WIDTH = 700;
    private static final int HEIGHT = WIDTH * RATIO_HEIGHT / RATIO_WIDTH;

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
        }

        record Rejected(List<Problem> problems) implements CropOutcome {}
    }

    public CropOutcome crop(byte[] file, PhotoFraming framing) {
        if (file.length > LARGEST_FILE_MEGABYTES * 1_000_000) {
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
        var picture = PictureReader.pixels(file);
        if (picture.isEmpty()) {
            return rejected("", "photos.unreadable");
        }
        var upright = CameraTurn.of(file).upright(picture.get());
        var part = part(upright.getWidth(), upright.getHeight(), framing);
        if (part.width < SMALLEST_WIDTH) {
            return rejected(
                    part.width + " × " + part.height,
                    "photos.too-small",
                    SMALLEST_WIDTH + " × " + SMALLEST_WIDTH * RATIO_HEIGHT / RATIO_WIDTH);
        }
        int width = Math.min(WIDTH, part.width);
        int height = Math.min(HEIGHT, part.height);
        var photo = Scaling.scaled(upright, part, width, height);
        return new CropOutcome.Cropped(smallEnough(photo), width, height);
    }

    /// The part of a picture that a framing chooses, for the screen that shows it.
    public static Rectangle part(int width, int height, PhotoFraming framing) {
        long byHeight = (long) height * RATIO_WIDTH / RATIO_HEIGHT;
        int wide = (int) Math.min(width, byHeight) * 100 / framing.zoom();
        wide = Math.max(1, wide);
        int high = Math.clamp((long) wide * RATIO_HEIGHT / RATIO_WIDTH, 1, height);
        return new Rectangle(
                (width - wide) * framing.right() / 100,
                (height - high) * framing.down() / 100,
                wide,
                high);
    }

    private static byte[] smallEnough(BufferedImage photo) {
        for (int quality = 92; ; quality -= 12) {
            var jpeg = jpeg(photo, quality);
            if (jpeg.length <= LARGEST_PHOTO || quality < 30) {
                return jpeg;
            }
        }
    }

    /// @param quality percent
    private static byte[] jpeg(BufferedImage photo, int quality) {
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

    private static CropOutcome rejected(Object value, String key, Object... arguments) {
        return new CropOutcome.Rejected(List.of(Problem.of("photo", value, key, arguments)));
    }
}
