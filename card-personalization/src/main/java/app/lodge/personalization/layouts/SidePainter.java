package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Asset;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.Panel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Draws one side's elements in their order onto three canvases, and makes the planes of them. The
/// K canvas is drawn smooth and then cut at half coverage: sharper than drawing without smoothing.
final class SidePainter {

    private final Layout layout;
    private final CardFields fields;
    private final CardFonts fonts;
    private final BufferedImage colour = canvas(BufferedImage.TYPE_3BYTE_BGR, Color.WHITE);
    private final BufferedImage k = canvas(BufferedImage.TYPE_INT_RGB, Color.WHITE);
    private final BufferedImage overlay = canvas(BufferedImage.TYPE_INT_RGB, Color.BLACK);
    private final List<Finding> findings = new ArrayList<>();
    private final List<BarcodeCheck.Expected> codes = new ArrayList<>();

    SidePainter(Layout layout, CardFields fields, CardFonts fonts) {
        this.layout = layout;
        this.fields = fields;
        this.fonts = fonts;
    }

    List<Finding> findings() {
        return findings;
    }

    List<BarcodeCheck.Expected> codes() {
        return codes;
    }

    void paint(Element element) {
        var frame = element.frame();
        if (frame.showIf() != null && !frame.showIf().holds(layout, fields)) {
            return;
        }
        var place = Pixels.of(frame.box());
        var graphics = graphics(frame.panel());
        var turned = new Turned(place, frame.turn());
        var box = turned.upright();
        graphics.transform(turned.transform());
        try {
            switch (element) {
                case Element.Text text -> text(graphics, text, box);
                case Element.Photo photo -> photo(graphics, photo, box);
                case Element.Signature signature -> signature(graphics, signature, box, place);
                case Element.Picture picture -> picture(graphics, picture, box);
                case Element.Shape shape -> shape(graphics, shape, box);
                case Element.Barcode barcode -> barcode(graphics, barcode, box, place);
            }
        } finally {
            graphics.dispose();
        }
    }

    CardFace finish() {
        var resin = cut(k);
        var black = CardFace.bytes(resin);
        var dye = CardFace.bytes(colour);
        for (int pixel = 0; pixel < CardFace.WIDTH * CardFace.HEIGHT; pixel++) {
            if (CardFace.isBlack(black, pixel)) {
                // Resin over dye would show composite black around its edges.
                Arrays.fill(dye, pixel * 3, pixel * 3 + 3, (byte) 0xFF);
            }
        }
        return new CardFace(colour, resin, cut(overlay));
    }

    private void text(Graphics2D graphics, Element.Text element, Rectangle box) {
        var text = element.content().in(layout, fields).strip();
        if (text.isEmpty()) {
            return;
        }
        var style = element.style();
        var locale = Locale.forLanguageTag(fields.language());
        var set = new TextFit(fonts, style, box.width, box.height, locale).fit(text);
        graphics.setColor(ink(element.frame().panel(), style.argb()));
        TextPainter.paint(graphics, set, style, box);
        var id = element.frame().id();
        if (set.cut()) {
            findings.add(new Finding.TextCut(id, text));
        } else if (set.size() < style.size()) {
            findings.add(new Finding.TextShrunk(id, set.size() * 100 / style.size()));
        }
    }

    private void photo(Graphics2D graphics, Element.Photo element, Rectangle box) {
        var id = element.frame().id();
        var file = fields.photo();
        Optional<BufferedImage> picture =
                file == null ? Optional.empty() : PictureReader.pixels(file);
        if (file == null) {
            findings.add(new Finding.PhotoMissing(id));
        } else if (picture.isEmpty()) {
            findings.add(new Finding.PictureUnreadable(id));
        }
        var filling =
                picture.map(found -> Scaling.filling(found, box.width, box.height))
                        .orElseGet(() -> MissingPhoto.drawn(box.width, box.height));
        graphics.setPaint(new TexturePaint(filling, box));
        graphics.fill(Outlines.rectangle(box, element.corner()));
    }

    private void signature(
            Graphics2D graphics, Element.Signature element, Rectangle box, Rectangle place) {
        var id = element.frame().id();
        var file = fields.signature();
        Optional<BufferedImage> written =
                file == null ? Optional.empty() : PictureReader.pixels(file);
        if (file == null) {
            findings.add(
                    new Finding.SignatureMissing(
                            id, element.whereMissing() == Element.Signature.WhereMissing.NEVER));
        } else if (written.isEmpty()) {
            findings.add(new Finding.PictureUnreadable(id));
        }
        if (element.ground() == Element.Signature.Ground.WHITE) {
            white(colour, place);
            white(k, place);
        }
        var pen =
                new SignaturePen(
                        graphics, element.fit(), ink(element.frame().panel(), element.argb()));
        written.ifPresentOrElse(found -> pen.write(found, box), () -> pen.lineToSignOn(box));
    }

    private void picture(Graphics2D graphics, Element.Picture element, Rectangle box) {
        var asset = layout.assets().get(element.asset());
        boolean drawn =
                switch (asset) {
                    case Asset.Drawing(String svg) ->
                            PictureReader.drawing(svg)
                                    .map(drawing -> Scaling.draw(graphics, drawing, box))
                                    .orElse(false);
                    case Asset.Pixels pixels ->
                            PictureReader.pixels(pixels.file())
                                    .map(image -> Scaling.draw(graphics, image, box))
                                    .orElse(false);
                    case null ->
                            throw new IllegalStateException(
                                    "A checked layout lacks its asset '%s'"
                                            .formatted(element.asset()));
                };
        if (!drawn) {
            findings.add(new Finding.PictureUnreadable(element.frame().id()));
        }
    }

    private void shape(Graphics2D graphics, Element.Shape element, Rectangle box) {
        switch (element.frame().panel()) {
            case COLOUR -> graphics.setPaint(Outlines.paint(element.fill(), box));
            case K -> graphics.setColor(Color.BLACK);
            case OVERLAY_HOLE -> graphics.setColor(Color.WHITE);
        }
        graphics.fill(
                switch (element.form()) {
                    case RECTANGLE -> Outlines.rectangle(box, element.corner());
                    case ELLIPSE -> Outlines.ellipse(box);
                });
    }

    private void barcode(
            Graphics2D graphics, Element.Barcode element, Rectangle box, Rectangle place) {
        var content = element.content().in(layout, fields).strip();
        if (content.isEmpty()) {
            return;
        }
        var id = element.frame().id();
        var bars = BarcodePainter.bars(element.symbology(), content, box);
        if (bars.isEmpty()) {
            findings.add(new Finding.BarcodeUnreadable(id, content));
            return;
        }
        if (!bars.get().resolvable(element.symbology())) {
            findings.add(new Finding.BarcodeTooSmall(id, bars.get().module()));
            return;
        }
        white(colour, place);
        white(k, place);
        graphics.setColor(Color.BLACK);
        bars.get().bars().forEach(graphics::fill);
        codes.add(
                new BarcodeCheck.Expected(
                        id, element.symbology(), place, element.frame().turn().ordinal(), content));
    }

    private Graphics2D graphics(Panel panel) {
        var canvas =
                switch (panel) {
                    case COLOUR -> colour;
                    case K -> k;
                    case OVERLAY_HOLE -> overlay;
                };
        var graphics = canvas.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return graphics;
    }

    private static Color ink(Panel panel, int argb) {
        return panel == Panel.COLOUR ? new Color(argb, true) : Color.BLACK;
    }

    private static void white(BufferedImage canvas, Rectangle box) {
        var graphics = canvas.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(box);
        graphics.dispose();
    }

    private static BufferedImage canvas(int type, Color ground) {
        var canvas = new BufferedImage(CardFace.WIDTH, CardFace.HEIGHT, type);
        var graphics = canvas.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, CardFace.WIDTH, CardFace.HEIGHT);
        graphics.dispose();
        return canvas;
    }

    /// One bit a pixel: black where the canvas is darker than half.
    private static BufferedImage cut(BufferedImage canvas) {
        var plane =
                new BufferedImage(CardFace.WIDTH, CardFace.HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        var bits = CardFace.bytes(plane);
        var drawn = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        for (int pixel = 0; pixel < drawn.length; pixel++) {
            int rgb = drawn[pixel];
            int luma = 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
            if (luma >= 127_500) {
                bits[pixel >> 3] |= (byte) (0x80 >> (pixel & 7));
            }
        }
        return plane;
    }
}
