package app.lodge.personalization.layouts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/// Head and shoulders in grey, where a person has no photograph.
final class MissingPhoto {

    private static final Color GROUND = new Color(0xE4E9EF);
    private static final Color FIGURE = new Color(0xB4BFCC);

    private MissingPhoto() {}

    static BufferedImage drawn(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(FIGURE);
        circle(graphics, width * 0.5, height * 0.40, width * 0.21, height * 0.20);
        circle(graphics, width * 0.5, height * 1.02, width * 0.40, height * 0.36);
        graphics.dispose();
        return image;
    }

    private static void circle(
            Graphics2D graphics, double x, double y, double radiusX, double radiusY) {
        graphics.fill(new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY));
    }
}
