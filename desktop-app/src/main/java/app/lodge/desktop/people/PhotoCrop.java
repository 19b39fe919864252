package app.lodge.desktop.people;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Cuts a photograph to the card template's ratio of 35 to 45 (ID-11).
///
/// @param x and `y`: the left upper corner, in pixels of the picture
/// @param width in pixels; the height follows from the ratio
record PhotoCrop(int x, int y, int width) {

    static final int RATIO_WIDTH = 35;
    static final int RATIO_HEIGHT = 45;

    /// Output size: 600 dpi at 29.6 × 38.1 mm, more than any card printer shows.
    private static final int OUT_WIDTH = 700;

    private static final int OUT_HEIGHT = 900;
    private static final float QUALITY = 0.9f;

    int height() {
        return Math.round(width * (float) RATIO_HEIGHT / RATIO_WIDTH);
    }

    /// The largest area of the ratio, centred, a little above the middle as faces are.
    static PhotoCrop largest(int pictureWidth, int pictureHeight) {
        int width = Math.min(pictureWidth, pictureHeight * RATIO_WIDTH / RATIO_HEIGHT);
        int height = width * RATIO_HEIGHT / RATIO_WIDTH;
        return new PhotoCrop((pictureWidth - width) / 2, (pictureHeight - height) / 3, width);
    }

    /// The same area moved or sized so that it lies inside the picture.
    PhotoCrop within(int pictureWidth, int pictureHeight) {
        int widest = Math.min(pictureWidth, pictureHeight * RATIO_WIDTH / RATIO_HEIGHT);
        int fitted = Math.clamp(width, Math.min(70, widest), widest);
        int high = fitted * RATIO_HEIGHT / RATIO_WIDTH;
        return new PhotoCrop(
                Math.clamp(x, 0, pictureWidth - fitted),
                Math.clamp(y, 0, Math.max(0, pictureHeight - high)),
                fitted);
    }

    PhotoCrop moved(int right, int down) {
        return new PhotoCrop(x + right, y + down, width);
    }

    /// Wider or narrower around its own middle.
    PhotoCrop widened(int by) {
        return new PhotoCrop(x - by / 2, y - by * RATIO_HEIGHT / RATIO_WIDTH / 2, width + by);
    }

    /// Empty if the bytes are no picture that can be read.
    static Optional<BufferedImage> picture(byte[] content) throws IOException {
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(content)));
    }

    byte[] jpegOf(BufferedImage picture) throws IOException {
        var cut = new BufferedImage(OUT_WIDTH, OUT_HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = cut.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                picture,
                0,
                0,
                OUT_WIDTH,
                OUT_HEIGHT,
                x,
                y,
                x + width,
                Math.min(picture.getHeight(), y + height()),
                Color.WHITE,
                null);
        graphics.dispose();
        return jpeg(cut);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
