package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Layout;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// The starter layout with one made-up person.
final class StaffCard {

    static final CardRenderer RENDERER = new CardRenderer();

    private StaffCard() {}

    static Layout layout() {
        return LayoutShelf.starter("staff");
    }

    static CardFields fields(String name) {
        return new CardFields(
                Map.of(
                        CardField.NAME, name,
                        CardField.GROUP, "Building services",
                        CardField.CARD_NUMBER, "0001234-02",
                        CardField.ISSUE_NUMBER, "2",
                        CardField.VALID_UNTIL, "2028-12-31",
                        CardField.SITE_NAME, "Nordhafen Werke"),
                picture(350, 450, "png"),
                "en");
    }

    static Rendering drawn() {
        return RENDERER.render(layout(), fields("Hannah Lindqvist"));
    }

    /// A picture whose top left corner is red.
    static byte[] picture(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(0xC9D6E2), 0, height, new Color(0x506C86)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 4, height / 4);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
