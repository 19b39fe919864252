package app.lodge.personalization.layouts.model;

import app.lodge.core.books.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One JSON object of a layout, read member by member. What is wrong is collected and replaced by
/// something harmless, so that one reading finds every problem; members nobody asked for are
/// problems too, because most of them are misspelt.
final class LayoutJson {

    private final JsonNode node;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> known = new HashSet<>();

    LayoutJson(JsonNode node, String path, List<Problem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            problem("", node, "layouts.not-an-object");
        }
    }

    boolean has(String name) {
        known.add(name);
        return node.has(name);
    }

    /// A text of 1 to `longest` characters.
    String text(String name, int longest) {
        var member = member(name);
        if (!member.isTextual() || member.asText().isBlank()) {
            problem(name, shown(member), "layouts.text-missing");
            return "?";
        }
        if (member.asText().length() > longest) {
            problem(name, member.asText(), "layouts.text-long", longest);
            return "?";
        }
        return member.asText();
    }

    int whole(String name, int least, int most, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var member = member(name);
        if (!member.isIntegralNumber()
                || !member.canConvertToInt()
                || member.asInt() < least
                || member.asInt() > most) {
            problem(name, shown(member), "layouts.number-wrong", least, most);
            return least;
        }
        return member.asInt();
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        var member = member(name);
        if (!member.isBoolean()) {
            problem(name, shown(member), "layouts.not-a-choice", "true, false");
        }
        return member.asBoolean();
    }

    /// A decimal number in thousandths, such as millimetres in micrometres.
    int thousandths(String name, int least, int most) {
        var member = member(name);
        var number = member.isNumber() ? member.decimalValue() : null;
        if (number == null
                || number.compareTo(BigDecimal.valueOf(least, 3)) < 0
                || number.compareTo(BigDecimal.valueOf(most, 3)) > 0
                || number.stripTrailingZeros().scale() > 3) {
            problem(
                    name,
                    shown(member),
                    "layouts.number-wrong",
                    BigDecimal.valueOf(least, 3).stripTrailingZeros().toPlainString(),
                    BigDecimal.valueOf(most, 3).stripTrailingZeros().toPlainString());
            return most;
        }
        return number.movePointRight(3).intValueExact();
    }

    int thousandths(String name, int least, int most, int otherwise) {
        return has(name) ? thousandths(name, least, most) : otherwise;
    }

    /// One of an enum's names, in lower case with hyphens.
    <E extends Enum<E>> E choice(String name, Class<E> among, E otherwise) {
        return has(name) ? choice(name, among) : otherwise;
    }

    <E extends Enum<E>> E choice(String name, Class<E> among) {
        var member = member(name);
        var all = EnumSet.allOf(among);
        for (var one : all) {
            if (spelling(one).equals(member.asText())) {
                return one;
            }
        }
        var allowed = all.stream().map(LayoutJson::spelling).collect(Collectors.joining(", "));
        problem(name, shown(member), "layouts.not-a-choice", allowed);
        return all.iterator().next();
    }

    /// Several of an enum's names.
    <E extends Enum<E>> Set<E> choices(String name, Class<E> among) {
        var member = member(name);
        var all = EnumSet.allOf(among);
        if (!member.isArray()) {
            problem(name, shown(member), "layouts.not-a-list", all.size());
            return Set.of();
        }
        var chosen = EnumSet.noneOf(among);
        for (var one : member) {
            all.stream()
                    .filter(each -> spelling(each).equals(one.asText()))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () ->
                                    problem(
                                            name,
                                            shown(one),
                                            "layouts.not-a-choice",
                                            all.stream()
                                                    .map(LayoutJson::spelling)
                                                    .collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    LayoutJson object(String name) {
        return new LayoutJson(member(name), join(name), problems);
    }

    List<LayoutJson> objects(String name, int most) {
        var member = member(name);
        if (!member.isArray() || member.size() > most) {
            problem(name, shown(member), "layouts.not-a-list", most);
            return List.of();
        }
        var objects = new ArrayList<LayoutJson>();
        for (int i = 0; i < member.size(); i++) {
            objects.add(new LayoutJson(member.get(i), join(name) + "[" + i + "]", problems));
        }
        return objects;
    }

    /// All members of this object, each an object itself, in the order written.
    Map<String, LayoutJson> namedObjects() {
        var objects = new LinkedHashMap<String, LayoutJson>();
        for (var entry : node.properties()) {
            known.add(entry.getKey());
            objects.put(
                    entry.getKey(),
                    new LayoutJson(entry.getValue(), join(entry.getKey()), problems));
        }
        return objects;
    }

    /// All members of this object, each a text, in the order written.
    Map<String, String> namedTexts() {
        var texts = new LinkedHashMap<String, String>();
        for (var entry : node.properties()) {
            texts.put(entry.getKey(), text(entry.getKey(), 400));
        }
        return texts;
    }

    void problem(String name, Object value, String key, Object... arguments) {
        problems.add(Problem.of(join(name), value, key, arguments));
    }

    /// Call when everything was asked for.
    void refuseUnknownMembers() {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        problem(name, name, "layouts.unknown-member");
                    }
                });
    }

    static String spelling(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private JsonNode member(String name) {
        known.add(name);
        return node.path(name);
    }

    private static String shown(JsonNode member) {
        return member.isMissingNode() ? "" : member.asText(member.toString());
    }

    private String join(String name) {
        if (name.isEmpty()) {
            return path.isEmpty() ? "layout" : path;
        }
        return path.isEmpty() ? name : path + "." + name;
    }
}
