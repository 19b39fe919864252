package app.lodge.personalization.layouts;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Pictures brought to size, keeping their ratio.
final class Scaling {

    private Scaling() {}

    /// The middle of the picture, filling `width` × `height` pixels, on white.
    static BufferedImage filling(BufferedImage picture, int width, int height) {
        double factor =
                Math.max(
                        (double) width / picture.getWidth(), (double) height / picture.getHeight());
        int usedWidth = Math.clamp(Math.round(width / factor), 1, picture.getWidth());
        int usedHeight = Math.clamp(Math.round(height / factor), 1, picture.getHeight());
        var used =
                new Rectangle(
                        (picture.getWidth() - usedWidth) / 2,
                        (picture.getHeight() - usedHeight) / 2,
                        usedWidth,
                        usedHeight);
        return scaled(picture, used, width, height);
    }

    /// The part `used` of a picture, in `width` × `height` pixels, on white. Halves it as often as it
    /// can before the last step, because one large step would skip pixels.
    static BufferedImage scaled(BufferedImage picture, Rectangle used, int width, int height) {
        var part = drawn(picture, used, used.width, used.height);
        while (part.getWidth() >= 2 * width && part.getHeight() >= 2 * height) {
            part = drawn(part, whole(part), part.getWidth() / 2, part.getHeight() / 2);
        }
        return drawn(part, whole(part), width, height);
    }

    /// The whole picture, as large as it fits, in the middle of the box.
    static boolean draw(Graphics2D graphics, BufferedImage picture, Rectangle box) {
        double factor =
                Math.min(
                        (double) box.width / picture.getWidth(),
                        (double) box.height / picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        graphics.drawImage(
                picture,
                box.x + (box.width - width) / 2,
                box.y + (box.height - height) / 2,
                width,
                height,
                null);
        return true;
    }

    /// The same for a drawing, which keeps its ratio by itself.
    static boolean draw(Graphics2D graphics, SVGDocument drawing, Rectangle box) {
        drawing.render(
                (Component) null, graphics, new ViewBox(box.x, box.y, box.width, box.height));
        return true;
    }

    private static Rectangle whole(BufferedImage picture) {
        return new Rectangle(picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage drawn(
            BufferedImage picture, Rectangle used, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(
                picture,
                0,
                0,
                width,
                height,
                used.x,
                used.y,
                used.x + used.width,
                used.y + used.height,
                null);
        graphics.dispose();
        return image;
    }
}
