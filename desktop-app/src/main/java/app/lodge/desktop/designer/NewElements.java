package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.CardField;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Frame;
import app.lodge.personalization.layouts.model.Fill;
import app.lodge.personalization.layouts.model.LayoutSide.Inks;
import app.lodge.personalization.layouts.model.Panel;
import app.lodge.personalization.layouts.model.Symbology;
import app.lodge.personalization.layouts.model.Template;
import app.lodge.personalization.layouts.model.TextStyle;
import app.lodge.personalization.layouts.model.Value;
import java.util.List;

/// Elements as they begin: in the middle of the card, of a size that can be seen and printed.
final class NewElements {

    private static final int INK = 0xFF10263B;

    private final Panel panel;

    /// @param inks of the side that they will lie on
    NewElements(Inks inks) {
        panel = inks == Inks.BLACK ? Panel.K : Panel.COLOUR;
    }

    Element text() {
        return new Element.Text(
                frame("text", 44_000, 6_000),
                of(CardField.NAME),
                new TextStyle(
                        TextStyle.Weight.REGULAR,
                        110,
                        70,
                        1,
                        TextStyle.Align.LEFT,
                        TextStyle.VerticalAlign.MIDDLE,
                        0,
                        120,
                        INK));
    }

    Element photo() {
        return new Element.Photo(frame("photo", 21_000, 27_000), 1_500);
    }

    Element signature() {
        return new Element.Signature(
                frame("signature", 36_000, 9_000),
                Element.Signature.Fit.WHOLE,
                Element.Signature.Ground.CLEAR,
                INK,
                Element.Signature.WhereMissing.PRINT);
    }

    Element code() {
        return new Element.Barcode(
                frame("code", 18_000, 18_000), Symbology.QR, of(CardField.CARD_NUMBER));
    }

    Element rectangle() {
        return shape("area", Element.Form.RECTANGLE, 30_000, 12_000);
    }

    Element ellipse() {
        return shape("disc", Element.Form.ELLIPSE, 16_000, 16_000);
    }

    Element line() {
        return shape("rule", Element.Form.RECTANGLE, 60_000, 500);
    }

    private Element shape(String id, Element.Form form, int width, int height) {
        return new Element.Shape(frame(id, width, height), form, 0, Fill.plain(0xFF0E6B78));
    }

    /// @param asset a picture of the layout
    Element picture(String asset) {
        return new Element.Picture(frame("picture", 16_000, 16_000), asset);
    }

    private static Template of(CardField field) {
        return new Template(List.of(new Value.Field(field)));
    }

    private Frame frame(String id, int width, int height) {
        var box =
                new Box(
                        (Box.CARD_WIDTH - width) / 2,
                        (Box.CARD_HEIGHT - height) / 2,
                        width,
                        height);
        return new Frame(id, box, panel, null, Element.Turn.NONE, false);
    }
}
