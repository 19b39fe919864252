package app.lodge.desktop.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Sets a new or copied element apart from those it comes beside: another name, the next free number,
/// the bytes or pages behind the last.
final class Siblings {

    private static final int HEX = 16;

    /// A file of a contact key.
    private static final String BUTTON_FILE = "[A-Z0-9]{1,4}\\.[0-9]{1,2}";

    private final JsonNode list;

    Siblings(JsonNode list) {
        this.list = list;
    }

    JsonNode apart(JsonNode element) {
        var apart = (ObjectNode) element.deepCopy();
        if (apart.has("name")) {
            apart.put("name", name(apart.path("name").asText()));
        }
        if (apart.has("number")) {
            apart.put("number", number(apart.path("number").asInt()));
        }
        if (apart.has("aid")) {
            apart.put("aid", aid(apart.path("aid").asText()));
        }
        behind(apart, "offset", "length");
        behind(apart, "first", "pages");
        return apart;
    }

    private Set<String> taken(String member) {
        var taken = new HashSet<String>();
        list.forEach(each -> taken.add(each.path(member).asText()));
        return taken;
    }

    private String name(String wanted) {
        var taken = taken("name");
        if (wanted.matches(BUTTON_FILE)) {
            return file(wanted.substring(0, wanted.indexOf('.') + 1), taken);
        }
        var stem = wanted.replaceFirst(" \\d+$", "");
        var name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = stem + " " + i;
        }
        return name;
    }

    /// `CARD.1` beside `CARD.0`.
    private static String file(String stem, Set<String> taken) {
        int extension = 0;
        while (taken.contains(stem + extension)) {
            extension++;
        }
        return stem + extension;
    }

    private int number(int wanted) {
        var taken = taken("number");
        int number = wanted;
        while (taken.contains(Integer.toString(number))) {
            number++;
        }
        return number;
    }

    private String aid(String wanted) {
        var taken = taken("aid");
        var aid = wanted;
        while (taken.contains(aid) && aid.matches("[0-9A-F]{6}")) {
            aid = "%06X".formatted(Integer.parseInt(aid, HEX) + 1 & 0xFFFFFF);
        }
        return aid;
    }

    private void behind(ObjectNode element, String from, String length) {
        if (element.has(from)) {
            StreamSupport.stream(list.spliterator(), false)
                    .mapToInt(each -> each.path(from).asInt() + each.path(length).asInt())
                    .max()
                    .ifPresent(end -> element.put(from, end));
        }
    }
}
