package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Element.Signature.Fit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/// Writes one person's signature into its box: the ink in the layout's colour, the paper as nothing.
/// Where there is none, a line to sign on.
final class SignaturePen {

    private final Graphics2D graphics;
    private final Fit fit;
    private final Color ink;

    SignaturePen(Graphics2D graphics, Fit fit, Color ink) {
        this.graphics = graphics;
        this.fit = fit;
        this.ink = ink;
    }

    void write(BufferedImage picture, Rectangle box) {
        var opaque = Paper.opaque(picture);
        var place = place(opaque, box);
        var all = new Rectangle(opaque.getWidth(), opaque.getHeight());
        var sized = Paper.scaled(opaque, all, place.width, place.height);
        var clip = graphics.getClip();
        graphics.clip(box);
        graphics.drawImage(inked(sized, Paper.of(opaque)), place.x, place.y, null);
        graphics.setClip(clip);
    }

    /// A thin line near the lower edge, with a cross where one begins.
    void lineToSignOn(Rectangle box) {
        double y = box.y + box.height * 0.82;
        double cross = Math.min(box.height * 0.12, box.width * 0.04);
        double x = box.x + cross;
        graphics.setColor(ink);
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Line2D.Double(box.x, y, box.x + box.width, y));
        double middle = y - 2.2 * cross;
        graphics.draw(new Line2D.Double(x - cross, middle - cross, x + cross, middle + cross));
        graphics.draw(new Line2D.Double(x - cross, middle + cross, x + cross, middle - cross));
    }

    private Rectangle place(BufferedImage picture, Rectangle box) {
        double across = (double) box.width / picture.getWidth();
        double down = (double) box.height / picture.getHeight();
        return switch (fit) {
            case WHOLE -> {
                double factor = Math.min(across, down);
                int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
                int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
                yield new Rectangle(
                        box.x + (box.width - width) / 2,
                        box.y + (box.height - height) / 2,
                        width,
                        height);
            }
            case WIDTH -> {
                int height = Math.max(1, (int) Math.round(picture.getHeight() * across));
                yield new Rectangle(box.x, box.y + box.height - height, box.width, height);
            }
        };
    }

    /// Each pixel as transparent as little ink covers it.
    private BufferedImage inked(BufferedImage picture, Paper paper) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var inked = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int rgb = ink.getRGB() & 0xFFFFFF;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = paper.coverage(picture.getRGB(x, y)) * ink.getAlpha() / 255;
                inked.setRGB(x, y, alpha << 24 | rgb);
            }
        }
        return inked;
    }
}
