package app.lodge.desktop.plans;

import app.lodge.desktop.shell.Message;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What differs between two versions of a plan, place by place: elements of a list are the same if
/// they have the same name, number or identifier, wherever they stand.
final class PlanComparison {

    private static final List<String> NAMES = List.of("name", "number", "aid");

    private final List<Message> told = new ArrayList<>();

    private PlanComparison() {}

    static List<Message> of(PlanDocument before, PlanDocument after) {
        var comparison = new PlanComparison();
        comparison.compare("", before.root(), after.root());
        return comparison.told.isEmpty()
                ? List.of(Message.of("plans.same"))
                : List.copyOf(comparison.told);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            parts(path, fields(before), fields(after));
        } else if (before.isArray() && after.isArray()) {
            parts(path, elements(before), elements(after));
        } else {
            told.add(Message.of("plans.difference", path, words(before), words(after)));
        }
    }

    private void parts(String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            var at = path.isEmpty() ? name : path + "/" + name;
            var was = before.get(name);
            var is = after.get(name);
            if (was == null && is != null) {
                told.add(Message.of("plans.difference-added", at, words(is)));
            } else if (is == null && was != null) {
                told.add(Message.of("plans.difference-removed", at, words(was)));
            } else if (was != null && is != null) {
                compare(at, was, is);
            }
        }
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
        return fields;
    }

    private static Map<String, JsonNode> elements(JsonNode array) {
        var elements = new LinkedHashMap<String, JsonNode>();
        for (var element : array) {
            var name = name(element);
            while (elements.containsKey(name)) {
                name += " 2";
            }
            elements.put(name, element);
        }
        return elements;
    }

    private static String name(JsonNode element) {
        return NAMES.stream()
                .filter(element::has)
                .map(name -> element.get(name).asText())
                .findFirst()
                .orElseGet(element::asText);
    }

    private static String words(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
