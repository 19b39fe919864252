package app.lodge.personalization.photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Head and shoulders of nobody before an even wall, as a good photograph has them.
final class Portrait {

    private Portrait() {}

    /// The figure stands in the middle, at the card's ratio.
    static BufferedImage good(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int w = Math.min(width, height * 7 / 9);
        int h = w * 9 / 7;
        var graphics = image.createGraphics();
        graphics.setColor(new Color(205, 210, 214));
        graphics.fillRect(0, 0, width, height);
        graphics.translate((width - w) / 2, height - h);
        graphics.setColor(new Color(52, 66, 96));
        graphics.fillOval(w / 10, h * 72 / 100, w * 8 / 10, h);
        graphics.setColor(new Color(74, 52, 40));
        graphics.fillOval(w * 26 / 100, h * 14 / 100, w * 48 / 100, h * 50 / 100);
        graphics.setColor(new Color(208, 166, 142));
        graphics.fillOval(w * 30 / 100, h * 22 / 100, w * 40 / 100, h * 48 / 100);
        graphics.setColor(new Color(40, 30, 28));
        graphics.fillOval(w * 38 / 100, h * 40 / 100, w * 6 / 100, h * 3 / 100);
        graphics.fillOval(w * 56 / 100, h * 40 / 100, w * 6 / 100, h * 3 / 100);
        graphics.fillRect(w * 44 / 100, h * 58 / 100, w * 12 / 100, h / 100);
        graphics.dispose();
        grain(image, (width - w) / 2 + w * 26 / 100, w * 48 / 100, height - h + h * 14 / 100);
        return image;
    }

    /// Skin and cloth are never one colour. Coarse enough to be there still on a card.
    private static void grain(BufferedImage image, int left, int wide, int top) {
        var random = new Random(11);
        int cell = Math.max(1, wide / 120);
        for (int y = top; y + cell <= image.getHeight(); y += cell) {
            for (int x = left; x + cell <= left + wide; x += cell) {
                var colour = new Color(image.getRGB(x, y));
                int by = random.nextInt(-14, 15);
                int rgb =
                        new Color(
                                        Math.clamp(colour.getRed() + by, 0, 255),
                                        Math.clamp(colour.getGreen() + by, 0, 255),
                                        Math.clamp(colour.getBlue() + by, 0, 255))
                                .getRGB();
                for (int i = 0; i < cell * cell; i++) {
                    image.setRGB(x + i % cell, y + i / cell, rgb);
                }
            }
        }
    }

    static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
