package app.lodge.personalization.layouts;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// How light the paper of a picture is and how dark what is written on it: what lies between is the
/// edge of a stroke, and the paper itself is nothing.
///
/// @param light luma of the paper, 0 to 255
/// @param dark luma of the ink
public record Paper(int light, int dark) {

    /// Less contrast is a shadow or a fold, and no ink.
    private static final int LEAST_CONTRAST = 60;

    private static final int LEAST_PIXELS = 12;
    private static final int OF_PIXELS = 5_000;

    /// The paper is what most light pixels are, the ink what the darkest few are.
    public static Paper of(BufferedImage opaque) {
        var counts = new int[256];
        int width = opaque.getWidth();
        var row = new int[width];
        for (int y = 0; y < opaque.getHeight(); y++) {
            opaque.getRGB(0, y, width, 1, row, 0, width);
            for (int rgb : row) {
                counts[luma(rgb)]++;
            }
        }
        int light = 255;
        for (int luma = 254; luma >= 128; luma--) {
            light = counts[luma] > counts[light] ? luma : light;
        }
        long enough = Math.max(LEAST_PIXELS, (long) width * opaque.getHeight() / OF_PIXELS);
        int dark = 0;
        for (long seen = counts[0]; seen < enough && dark < 255; seen += counts[dark]) {
            dark++;
        }
        return new Paper(light, dark);
    }

    public boolean written() {
        return light - dark >= LEAST_CONTRAST;
    }

    /// How much ink covers the pixel, 0 to 255.
    public int coverage(int rgb) {
        if (!written()) {
            return 0;
        }
        int quarter = (light - dark) / 4;
        int top = light - quarter;
        int bottom = dark + quarter;
        return Math.clamp(255L * (top - luma(rgb)) / Math.max(1, top - bottom), 0, 255);
    }

    /// ITU-R BT.601.
    public static int luma(int rgb) {
        return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
    }

    /// The same on white where it was transparent.
    public static BufferedImage opaque(BufferedImage picture) {
        var all = new Rectangle(picture.getWidth(), picture.getHeight());
        return Scaling.scaled(picture, all, all.width, all.height);
    }

    /// The part in another size, on white.
    public static BufferedImage scaled(
            BufferedImage picture, Rectangle part, int width, int height) {
        return Scaling.scaled(picture, part, width, height);
    }
}
