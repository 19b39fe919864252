package app.lodge.desktop.plans;

import app.lodge.core.doors.Json;
import app.lodge.core.encodingplans.EncodingPlan;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A plan while it is edited: names and values, sound or not. An edit gives a new document.
///
/// @param root never changed once it is in here
record PlanDocument(JsonNode root) {

    static PlanDocument of(EncodingPlan plan) {
        return new PlanDocument(tree(plan.canonical()));
    }

    /// @return empty if the text is no JSON object
    static Optional<PlanDocument> read(String text) {
        try {
            var root = tree(text);
            var plan = root.has("plan") ? root.get("plan") : root;
            return plan.isObject() ? Optional.of(new PlanDocument(plan)) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// Why a text is no plan; empty if it is one.
    static String fault(String text) {
        try {
            return Json.read(text, EncodingPlan.class).name().isEmpty() ? "name" : "";
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
    }

    private static JsonNode tree(String text) {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty as long as something is missing or of the wrong kind
    Optional<EncodingPlan> plan() {
        try {
            return Optional.of(Json.read(root.toString(), EncodingPlan.class));
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /// As people read it.
    String text() {
        return plan().map(EncodingPlan::pretty).orElseGet(root::toPrettyString);
    }

    JsonNode at(JsonPointer place) {
        return root.at(place);
    }

    PlanDocument with(JsonPointer place, JsonNode value) {
        var copy = root.deepCopy();
        if (copy.at(place.head()) instanceof ObjectNode parent) {
            parent.set(place.last().getMatchingProperty(), value);
        }
        return new PlanDocument(copy);
    }

    /// @param list an array; the element comes last
    PlanDocument added(JsonPointer list, JsonNode element) {
        return inserted(list, root.at(list).size(), element);
    }

    PlanDocument inserted(JsonPointer list, int index, JsonNode element) {
        var copy = root.deepCopy();
        if (copy.at(list).isMissingNode() && copy.at(list.head()) instanceof ObjectNode parent) {
            // older documents lack lists that plans have learnt since
            parent.putArray(list.last().getMatchingProperty());
        }
        if (copy.at(list) instanceof ArrayNode array) {
            array.insert(index, element);
        }
        return new PlanDocument(copy);
    }

    PlanDocument without(JsonPointer element) {
        var copy = root.deepCopy();
        if (copy.at(element.head()) instanceof ArrayNode array) {
            array.remove(index(element));
        }
        return new PlanDocument(copy);
    }

    /// Changes places with the neighbour.
    ///
    /// @param by -1 or 1; past the ends nothing happens
    PlanDocument moved(JsonPointer element, int by) {
        int from = index(element);
        int to = from + by;
        if (to < 0 || to >= root.at(element.head()).size()) {
            return this;
        }
        return without(element).inserted(element.head(), to, root.at(element));
    }

    static int index(JsonPointer element) {
        return element.last().getMatchingIndex();
    }

    /// Whether a node is one of several, which can be removed, moved and copied.
    static boolean element(JsonPointer place) {
        return !place.matches() && place.last().mayMatchElement();
    }

    static JsonPointer element(JsonPointer list, int index) {
        return list.appendIndex(index);
    }
}
