package app.lodge.personalization.layouts.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeMap;

/// Writes a layout as JSON, schema 1: what {@link LayoutReader} makes the same layout of.
public final class LayoutWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LayoutWriter() {}

    public static String write(Layout layout) {
        var root = JSON.objectNode();
        root.put("schema", 1);
        root.put("id", layout.id());
        root.put("revision", layout.revision());
        root.put("name", layout.name());
        if (layout.plan() != null) {
            root.put("plan", layout.plan());
        }
        if (!layout.zones().isEmpty()) {
            var zones = root.putArray("zones");
            layout.zones().stream().sorted().map(LayoutJson::spelling).forEach(zones::add);
        }
        if (!layout.words().isEmpty()) {
            var words = root.putObject("words");
            layout.words()
                    .forEach((language, own) -> {
                        var object = words.putObject(language);
                        own.forEach(object::put);
                    });
        }
        if (!layout.assets().isEmpty()) {
            var assets = root.putObject("assets");
            new TreeMap<>(layout.assets())
                    .forEach((name, asset) -> write(assets.putObject(name), asset));
        }
        write(root.putObject("front"), layout.front());
        if (layout.back() != null) {
            write(root.putObject("back"), layout.back());
        }
        return root.toPrettyString();
    }

    private static void write(ObjectNode json, Asset asset) {
        switch (asset) {
            case Asset.Drawing(String svg) -> json.put("svg", svg);
            case Asset.Pixels pixels ->
                    json.put("base64", Base64.getEncoder().encodeToString(pixels.file()));
        }
    }

    private static void write(ObjectNode json, LayoutSide side) {
        json.put("inks", LayoutJson.spelling(side.inks()));
        if (!side.guides().all().isEmpty()) {
            var guides = json.putArray("guides");
            side.guides()
                    .all()
                    .forEach(each ->
                            guides.addObject()
                                    .put(each.upright() ? "x" : "y", millimetres(each.at())));
        }
        var elements = json.putArray("elements");
        side.elements().forEach(element -> write(elements.addObject(), element));
    }

    private static void write(ObjectNode json, Element element) {
        var frame = element.frame();
        json.put("id", frame.id());
        switch (element) {
            case Element.Text text -> {
                json.put("kind", "text");
                json.put("content", Spelling.of(text.content()));
                write(json, text.style());
            }
            case Element.Photo photo -> {
                json.put("kind", "photo");
                json.put("corner", millimetres(photo.corner()));
            }
            case Element.Signature signature -> {
                json.put("kind", "signature");
                json.put("fit", LayoutJson.spelling(signature.fit()));
                json.put("ground", LayoutJson.spelling(signature.ground()));
                json.put("colour", colour(signature.argb()));
                json.put("whereMissing", LayoutJson.spelling(signature.whereMissing()));
            }
            case Element.Picture picture -> {
                json.put("kind", "picture");
                json.put("asset", picture.asset());
            }
            case Element.Shape shape -> {
                json.put("kind", "shape");
                json.put("form", LayoutJson.spelling(shape.form()));
                json.put("corner", millimetres(shape.corner()));
                if (frame.panel() == Panel.COLOUR) {
                    write(json, shape.fill());
                }
            }
            case Element.Barcode code -> {
                json.put("kind", "barcode");
                json.put("symbology", LayoutJson.spelling(code.symbology()));
                json.put("content", Spelling.of(code.content()));
            }
        }
        write(json, frame);
    }

    private static void write(ObjectNode json, Element.Frame frame) {
        json.put("x", millimetres(frame.box().x()));
        json.put("y", millimetres(frame.box().y()));
        json.put("w", millimetres(frame.box().width()));
        json.put("h", millimetres(frame.box().height()));
        json.put("panel", LayoutJson.spelling(frame.panel()));
        if (frame.showIf() != null) {
            json.put("showIf", Spelling.of(frame.showIf()));
        }
        if (frame.turn() != Element.Turn.NONE) {
            json.put("turn", LayoutJson.spelling(frame.turn()));
        }
        if (frame.locked()) {
            json.put("locked", true);
        }
        if (!frame.group().isEmpty()) {
            json.put("group", frame.group());
        }
    }

    private static void write(ObjectNode json, Fill fill) {
        json.put("fill", colour(fill.from()));
        json.put("fillTo", colour(fill.to()));
        json.put("direction", LayoutJson.spelling(fill.direction()));
    }

    private static void write(ObjectNode json, TextStyle style) {
        json.put("weight", LayoutJson.spelling(style.weight()));
        json.put("size", BigDecimal.valueOf(style.size(), 1));
        json.put("smallest", BigDecimal.valueOf(style.smallest(), 1));
        json.put("lines", style.lines());
        json.put("align", LayoutJson.spelling(style.align()));
        json.put("verticalAlign", LayoutJson.spelling(style.verticalAlign()));
        json.put("tracking", style.tracking());
        json.put("leading", style.leading());
        json.put("colour", colour(style.argb()));
    }

    private static BigDecimal millimetres(int micrometres) {
        var exact = BigDecimal.valueOf(micrometres, 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /// `#RRGGBB`, with the alpha behind it where it is not opaque.
    public static String colour(int argb) {
        int rgb = argb & 0xFFFFFF;
        int alpha = argb >>> 24;
        return alpha == 0xFF
                ? String.format(Locale.ROOT, "#%06X", rgb)
                : String.format(Locale.ROOT, "#%06X%02X", rgb, alpha);
    }
}
