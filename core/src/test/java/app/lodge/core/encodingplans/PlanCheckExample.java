package app.lodge.core.encodingplans;

import static java.util.stream.Collectors.joining;

import app.lodge.core.doors.Json;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A plan that ships, and what must be changed in it for one check to speak up and no other.
///
/// @param key of the check's sentence
/// @param base a plan that ships, `lodge-id@1`
/// @param given changes that the check does not speak of; `pointer = JSON`, a pointer ending in `-`
///     appends
/// @param changes what the check speaks of
record PlanCheckExample(String key, String base, List<String> given, List<String> changes) {

    static PlanCheckExample of(String key, String base, String... changes) {
        return new PlanCheckExample(key, base, List.of(), List.of(changes));
    }

    PlanCheckExample given(String... before) {
        return new PlanCheckExample(key, base, List.of(before), changes);
    }

    EncodingPlan before() {
        return plan(changed(document(), given));
    }

    EncodingPlan plan() {
        return plan(changed(changed(document(), given), changes));
    }

    private JsonNode document() {
        var at = base.indexOf('@');
        var shipped =
                ShippedPlans.find(
                                base.substring(0, at),
                                Integer.parseInt(base, at + 1, base.length(), 10))
                        .orElseThrow();
        return tree(shipped.canonical());
    }

    private static EncodingPlan plan(JsonNode document) {
        return Json.read(document.toString(), EncodingPlan.class);
    }

    private static JsonNode tree(String json) {
        return Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode changed(JsonNode document, List<String> changes) {
        for (var change : changes) {
            var parts = change.split(" = ", 2);
            var at = JsonPointer.compile(parts[0]);
            var value = tree(parts[1]);
            switch (document.at(at.head())) {
                case ArrayNode list when parts[0].endsWith("/-") -> list.add(value);
                case ArrayNode list -> list.set(at.last().getMatchingIndex(), value);
                case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
                default -> throw new IllegalArgumentException(change + " leads nowhere");
            }
        }
        return document;
    }

    /// For the table: what is changed, with long values cut.
    String shown() {
        var shown = changes.stream().limit(2).map(PlanCheckExample::code).collect(joining("<br>"));
        return changes.size() > 2
                ? shown + "<br>… and %d more".formatted(changes.size() - 2)
                : shown;
    }

    private static String code(String change) {
        var shown = change.replace("|", "\\|");
        return "`" + (shown.length() > 110 ? shown.substring(0, 109) + "…" : shown) + "`";
    }

    static String application(String aid, String... files) {
        return "{\"aid\": \"%s\", \"rules\": %s, \"keys\": [%s], \"files\": [%s]}"
                .formatted(aid, RULES, key(0, "MASTER"), String.join(", ", files));
    }

    private static final String RULES =
            "{\"masterChangeable\": true, \"freeListing\": true, \"freeMaking\": false, \"changeable\": true}";

    static String key(int number, String purpose) {
        return "{\"number\": %d, \"purpose\": \"%s\", \"version\": 0}".formatted(number, purpose);
    }

    /// @param own members of the kind of file, ending in a comma, or nothing
    static String file(
            String is, int number, String name, int read, int write, int both, String own) {
        return ("{\"is\": \"%s\", \"number\": %d, \"name\": \"%s\", %s\"mode\": \"FULL\", \"rights\": "
                        + "{\"read\": %d, \"write\": %d, \"readWrite\": %d, \"change\": 0}}")
                .formatted(is, number, name, own, read, write, both);
    }

    static String empty(int number, String name) {
        return file("Standard", number, name, 1, 2, 15, "\"size\": 8, \"fields\": [], ");
    }

    static String field(String name, int offset, int length, String content, String form) {
        return ("{\"name\": \"%s\", \"offset\": %d, \"length\": %d, \"content\": %s, \"form\": \"%s\", "
                        + "\"padding\": \"ZEROS_BEHIND\"}")
                .formatted(name, offset, length, content, form);
    }

    static String person(String name, int offset, int length) {
        return field(name, offset, length, "{\"is\": \"PersonNumber\"}", "NUMBER");
    }

    static String block(int number, String name, String access, String value) {
        return "{\"number\": %d, \"name\": \"%s\", \"access\": \"%s\", \"value\": %s, \"fields\": []}"
                .formatted(number, name, access, value);
    }

    static String sector(int number, String... blocks) {
        return ("{\"number\": %d, \"application\": \"4C45\", \"keyA\": \"SITE_READ\", \"keyB\": \"SITE_WRITE\", "
                        + "\"trailer\": \"KEY_B_CHANGES\", \"blocks\": [%s]}")
                .formatted(number, String.join(", ", blocks));
    }

    static String area(String name, int first, int pages, String... fields) {
        return "{\"name\": \"%s\", \"first\": %d, \"pages\": %d, \"fields\": [%s]}"
                .formatted(name, first, pages, String.join(", ", fields));
    }

    static String list(String... elements) {
        return Arrays.asList(elements).toString();
    }
}
