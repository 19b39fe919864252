package app.lodge.personalization.layouts;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// A turned part of a picture, set upright in one step from the original pixels: every pixel is taken
/// from as many places of its own area as there are pixels in it, so that nothing is skipped and
/// nothing is smoothed twice.
final class Straightened {

    private static final int MOST_PLACES = 8;

    private final int[] pixels;
    private final Rectangle held;

    private Straightened(int[] pixels, Rectangle held) {
        this.pixels = pixels;
        this.held = held;
    }

    /// @param width and `height` of what comes out, not larger than the part
    static BufferedImage cut(BufferedImage picture, PhotoFraming framing, int width, int height) {
        var held = around(framing, picture.getWidth(), picture.getHeight());
        var pixels = picture.getRGB(held.x, held.y, held.width, held.height, null, 0, held.width);
        return new Straightened(pixels, held).drawn(framing, width, height);
    }

    /// The upright box that holds the turned part and the neighbours of its edge, inside the picture.
    private static Rectangle around(PhotoFraming framing, int pictureWidth, int pictureHeight) {
        double cos = Math.cos(framing.radians());
        double sin = Math.sin(Math.abs(framing.radians()));
        double halfWidth = (framing.width() * cos + framing.height() * sin) / 2 + 2;
        double halfHeight = (framing.width() * sin + framing.height() * cos) / 2 + 2;
        double middleX = framing.x() + framing.width() / 2.0;
        double middleY = framing.y() + framing.height() / 2.0;
        var box =
                new Rectangle(
                        (int) Math.floor(middleX - halfWidth),
                        (int) Math.floor(middleY - halfHeight),
                        (int) Math.ceil(2 * halfWidth) + 1,
                        (int) Math.ceil(2 * halfHeight) + 1);
        return box.intersection(new Rectangle(pictureWidth, pictureHeight));
    }

    private BufferedImage drawn(PhotoFraming framing, int width, int height) {
        double cos = Math.cos(framing.radians());
        double sin = Math.sin(framing.radians());
        double stepX = (double) framing.width() / width;
        double stepY = (double) framing.height() / height;
        int places = Math.clamp((int) Math.ceil(Math.max(stepX, stepY) - 1e-9), 1, MOST_PLACES);
        double middleX = framing.x() + framing.width() / 2.0 - held.x - 0.5;
        double middleY = framing.y() + framing.height() / 2.0 - held.y - 0.5;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var sum = new double[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum[0] = sum[1] = sum[2] = 0;
                for (int place = 0; place < places * places; place++) {
                    double right =
                            (x + (place % places + 0.5) / places) * stepX - framing.width() / 2.0;
                    double down =
                            (y + (place / places + 0.5) / places) * stepY - framing.height() / 2.0;
                    add(
                            middleX + right * cos - down * sin,
                            middleY + right * sin + down * cos,
                            sum);
                }
                image.setRGB(x, y, mean(sum, places * places));
            }
        }
        return image;
    }

    /// What lies between four pixels, each by its nearness.
    private void add(double x, double y, double[] sum) {
        double atX = Math.clamp(x, 0, held.width - 1);
        double atY = Math.clamp(y, 0, held.height - 1);
        int left = (int) atX;
        int top = (int) atY;
        int right = Math.min(left + 1, held.width - 1);
        int bottom = Math.min(top + 1, held.height - 1);
        double toRight = atX - left;
        double toBottom = atY - top;
        int upperLeft = pixels[top * held.width + left];
        int upperRight = pixels[top * held.width + right];
        int lowerLeft = pixels[bottom * held.width + left];
        int lowerRight = pixels[bottom * held.width + right];
        for (int colour = 0, shift = 16; colour < 3; colour++, shift -= 8) {
            double upper =
                    (upperLeft >> shift & 0xFF) * (1 - toRight)
                            + (upperRight >> shift & 0xFF) * toRight;
            double lower =
                    (lowerLeft >> shift & 0xFF) * (1 - toRight)
                            + (lowerRight >> shift & 0xFF) * toRight;
            sum[colour] += upper * (1 - toBottom) + lower * toBottom;
        }
    }

    private static int mean(double[] sum, int of) {
        int red = (int) (sum[0] / of + 0.5);
        int green = (int) (sum[1] / of + 0.5);
        int blue = (int) (sum[2] / of + 0.5);
        return red << 16 | green << 8 | blue;
    }
}
