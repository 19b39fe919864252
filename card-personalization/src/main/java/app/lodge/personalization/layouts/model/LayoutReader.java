package app.lodge.personalization.layouts.model;

import app.lodge.core.books.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a layout's JSON, schema 1, and says everything that is wrong with it.
public final class LayoutReader {

    /// An asset's picture is at most this large, so that a layout stays a small file.
    private static final int LARGEST_ASSET = 2_000_000;

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    public LayoutOutcome read(String json) {
        JsonNode root;
        try {
            root = mapper.readTree(json);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return new LayoutOutcome.Rejected(
                    List.of(
                            Problem.of(
                                    "layout",
                                    json.strip(),
                                    "layouts.not-json",
                                    place == null ? 0 : place.getLineNr(),
                                    place == null ? 0 : place.getColumnNr())));
        }
        var problems = new ArrayList<Problem>();
        var layout = layout(new LayoutJson(root, "", problems));
        if (problems.isEmpty()) {
            new LayoutRules(layout, problems).check();
        }
        return problems.isEmpty()
                ? new LayoutOutcome.Accepted(layout)
                : new LayoutOutcome.Rejected(problems);
    }

    private Layout layout(LayoutJson json) {
        json.whole("schema", 1, 1, 0);
        if (!json.has("schema")) {
            json.problem("schema", "", "layouts.number-wrong", 1, 1);
        }
        var id = json.text("id", 40);
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            json.problem("id", id, "layouts.id-malformed");
        }
        int revision = json.whole("revision", 1, 1_000_000, 1);
        var name = json.text("name", 80);
        var colours = colours(json);
        var words = words(json);
        var assets = json.has("assets") ? assets(json.object("assets")) : Map.<String, Asset>of();
        var zones = json.has("zones") ? json.choices("zones", Zone.class) : Set.<Zone>of();
        var plan = json.has("plan") ? json.text("plan", 36) : null;
        var elements = new ElementReader(colours, assets.keySet(), wordNames(words));
        var front = elements.side(json.object("front"));
        var back = json.has("back") ? elements.side(json.object("back")) : null;
        json.refuseUnknownMembers();
        return new Layout(id, revision, name, words, assets, zones, plan, front, back);
    }

    private static Map<String, Integer> colours(LayoutJson json) {
        var colours = new LinkedHashMap<String, Integer>();
        if (json.has("colours")) {
            var object = json.object("colours");
            object.namedTexts()
                    .forEach((name, value) -> {
                        var argb = ElementReader.hexColour(value);
                        if (argb.isEmpty()) {
                            object.problem(name, value, "layouts.colour-malformed");
                        }
                        colours.put(name, argb.orElse(0));
                    });
        }
        return colours;
    }

    private static Map<String, Map<String, String>> words(LayoutJson json) {
        var words = new LinkedHashMap<String, Map<String, String>>();
        if (json.has("words")) {
            json.object("words")
                    .namedObjects()
                    .forEach((language, object) -> words.put(language, object.namedTexts()));
        }
        return words;
    }

    private static Set<String> wordNames(Map<String, Map<String, String>> words) {
        var names = new HashSet<String>();
        words.values().forEach(language -> names.addAll(language.keySet()));
        return names;
    }

    private static Map<String, Asset> assets(LayoutJson json) {
        var assets = new LinkedHashMap<String, Asset>();
        json.namedObjects()
                .forEach((name, object) -> {
                    assets.put(name, asset(object));
                    object.refuseUnknownMembers();
                });
        return assets;
    }

    private static Asset asset(LayoutJson json) {
        if (json.has("svg")) {
            return new Asset.Drawing(json.text("svg", LARGEST_ASSET));
        }
        var base64 = json.text("base64", LARGEST_ASSET);
        try {
            return new Asset.Pixels(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            json.problem("base64", base64, "layouts.not-base64");
            return new Asset.Pixels(new byte[0]);
        }
    }
}
