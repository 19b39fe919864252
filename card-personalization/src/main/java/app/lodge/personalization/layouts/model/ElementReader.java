package app.lodge.personalization.layouts.model;

import app.lodge.personalization.layouts.model.Fill.Direction;
import app.lodge.personalization.layouts.model.TextStyle.Align;
import app.lodge.personalization.layouts.model.TextStyle.VerticalAlign;
import app.lodge.personalization.layouts.model.TextStyle.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a side's elements.
final class ElementReader {

    private static final int MOST_ELEMENTS = 200;

    /// Micrometres: shapes may begin and end well beyond the card.
    private static final int FARTHEST = 200_000;

    private static final int BLACK = 0xFF000000;

    private final Map<String, Integer> colours;
    private final Set<String> assets;
    private final Set<String> words;

    ElementReader(Map<String, Integer> colours, Set<String> assets, Set<String> words) {
        this.colours = colours;
        this.assets = assets;
        this.words = words;
    }

    LayoutSide side(LayoutJson json) {
        var inks = json.choice("inks", LayoutSide.Inks.class, LayoutSide.Inks.COLOUR);
        var elements = new ArrayList<Element>();
        for (var element : json.objects("elements", MOST_ELEMENTS)) {
            elements.add(element(element, inks));
            element.refuseUnknownMembers();
        }
        var guides = json.has("guides") ? guides(json.objects("guides", Guides.MOST)) : Guides.NONE;
        json.refuseUnknownMembers();
        return new LayoutSide(inks, elements, guides);
    }

    /// `x` for an upright one, `y` for a level one.
    private static Guides guides(List<LayoutJson> each) {
        var across = new ArrayList<Integer>();
        var down = new ArrayList<Integer>();
        for (var json : each) {
            if (json.has("x")) {
                across.add(json.thousandths("x", 0, Box.CARD_WIDTH));
            } else {
                down.add(json.thousandths("y", 0, Box.CARD_HEIGHT));
            }
            json.refuseUnknownMembers();
        }
        return new Guides(across, down);
    }

    private Element element(LayoutJson json, LayoutSide.Inks inks) {
        var frame = frame(json, inks);
        return switch (json.choice("kind", Kind.class)) {
            case TEXT -> new Element.Text(frame, template(json), style(json));
            case PHOTO -> new Element.Photo(frame, corner(json));
            case SIGNATURE -> signature(json, frame);
            case PICTURE -> new Element.Picture(frame, asset(json));
            case SHAPE ->
                    new Element.Shape(
                            frame,
                            json.choice("form", Element.Form.class, Element.Form.RECTANGLE),
                            corner(json),
                            fill(json, frame.panel()));
            case BARCODE ->
                    new Element.Barcode(
                            frame, json.choice("symbology", Symbology.class), template(json));
        };
    }

    private enum Kind {
        TEXT,
        PHOTO,
        SIGNATURE,
        PICTURE,
        SHAPE,
        BARCODE
    }

    private Element.Frame frame(LayoutJson json, LayoutSide.Inks inks) {
        var usual = inks == LayoutSide.Inks.BLACK ? Panel.K : Panel.COLOUR;
        return new Element.Frame(
                json.text("id", 40),
                new Box(
                        json.thousandths("x", -FARTHEST, FARTHEST),
                        json.thousandths("y", -FARTHEST, FARTHEST),
                        json.thousandths("w", 100, FARTHEST),
                        json.thousandths("h", 100, FARTHEST)),
                json.choice("panel", Panel.class, usual),
                showIf(json),
                json.choice("turn", Element.Turn.class, Element.Turn.NONE),
                json.flag("locked"),
                json.has("group") ? json.text("group", 40) : "");
    }

    private @Nullable Condition showIf(LayoutJson json) {
        if (!json.has("showIf")) {
            return null;
        }
        var text = json.text("showIf", 400);
        try {
            return ExpressionParser.condition(text, words);
        } catch (NotAnExpression e) {
            json.problem("showIf", text, "layouts.not-an-expression", e.position());
            return null;
        }
    }

    private Template template(LayoutJson json) {
        var text = json.text("content", 1_000);
        try {
            return ExpressionParser.template(text, words);
        } catch (NotAnExpression e) {
            json.problem("content", text, "layouts.not-an-expression", e.position());
            return new Template(List.of());
        }
    }

    private TextStyle style(LayoutJson json) {
        int size = json.thousandths("size", 4_000, 72_000) / 100;
        int smallest = json.thousandths("smallest", 4_000, 72_000, size * 100) / 100;
        if (smallest > size) {
            json.problem("smallest", smallest / 10, "layouts.number-wrong", 4, size / 10);
        }
        return new TextStyle(
                json.choice("weight", Weight.class, Weight.REGULAR),
                size,
                smallest,
                json.whole("lines", 1, 12, 1),
                json.choice("align", Align.class, Align.LEFT),
                json.choice("verticalAlign", VerticalAlign.class, VerticalAlign.TOP),
                json.whole("tracking", -50, 500, 0),
                json.whole("leading", 80, 200, 120),
                json.has("colour") ? colour(json, "colour") : BLACK);
    }

    private Element signature(LayoutJson json, Element.Frame frame) {
        return new Element.Signature(
                frame,
                json.choice("fit", Element.Signature.Fit.class, Element.Signature.Fit.WHOLE),
                json.choice(
                        "ground", Element.Signature.Ground.class, Element.Signature.Ground.CLEAR),
                json.has("colour") ? colour(json, "colour") : BLACK,
                json.choice(
                        "whereMissing",
                        Element.Signature.WhereMissing.class,
                        Element.Signature.WhereMissing.PRINT));
    }

    private Fill fill(LayoutJson json, Panel panel) {
        if (panel != Panel.COLOUR) {
            return Fill.plain(BLACK);
        }
        int from = colour(json, "fill");
        int to = json.has("fillTo") ? colour(json, "fillTo") : from;
        return new Fill(from, to, json.choice("direction", Direction.class, Direction.DOWN));
    }

    private static int corner(LayoutJson json) {
        return json.thousandths("corner", 0, 30_000, 0);
    }

    private String asset(LayoutJson json) {
        var name = json.text("asset", 80);
        if (!assets.contains(name)) {
            json.problem("asset", name, "layouts.asset-unknown");
        }
        return name;
    }

    private int colour(LayoutJson json, String member) {
        var text = json.text(member, 40);
        var named = colours.get(text);
        if (named != null) {
            return named;
        }
        var argb = hexColour(text);
        if (argb.isEmpty()) {
            json.problem(member, text, "layouts.colour-malformed");
        }
        return argb.orElse(BLACK);
    }

    /// `#RRGGBB` or `#RRGGBBAA`, as 0xAARRGGBB.
    static Optional<Integer> hexColour(String text) {
        if (!text.matches("#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})")) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(text, 1, 7, 16);
        int alpha = text.length() == 9 ? Integer.parseInt(text, 7, 9, 16) : 0xFF;
        return Optional.of(alpha << 24 | rgb);
    }
}
