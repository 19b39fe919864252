package app.lodge.personalization.printers;

import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.CardFields;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

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

    /// The pictures in a PDF, page by page.
    static List<BufferedImage> pictures(byte[] pdf) throws IOException {
        var sides = new ArrayList<BufferedImage>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                        sides.add(image.getImage());
                    }
                }
            }
        }
        return sides;
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
