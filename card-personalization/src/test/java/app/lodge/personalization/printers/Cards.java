package app.lodge.personalization.printers;

import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.CardFields;
import java.awt.image.BufferedImage;
import java.util.Map;

/// A card to print, and pictures compared.
final class Cards {

    private Cards() {}

    static CardFaces staff() {
        var renderer = new CardRenderer();
        var fields =
                new CardFields(
                        Map.of(
                                CardField.NAME,
                                "Hannah Lindqvist",
                                CardField.CARD_NUMBER,
                                "0001234-02",
                                CardField.SITE_NAME,
                                "Nordhafen"),
                        null,
                        "en");
        return renderer.render(LayoutShelf.starter("staff"), fields).faces();
    }

    static boolean same(BufferedImage left, BufferedImage right) {
        if (left.getWidth() != right.getWidth() || left.getHeight() != right.getHeight()) {
            return false;
        }
        for (int y = 0; y < left.getHeight(); y++) {
            for (int x = 0; x < left.getWidth(); x++) {
                if (left.getRGB(x, y) != right.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
