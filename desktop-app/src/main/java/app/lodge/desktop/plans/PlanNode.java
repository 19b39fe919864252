package app.lodge.desktop.plans;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.stream.Stream;

/// A node of the tree that a plan is.
///
/// @param at where it stands in the document
/// @param name as the plan calls it: an application's identifier, a file's name, a key's number
/// @param place as findings name it, `4C4447/identity`
record PlanNode(JsonPointer at, Kind kind, String name, String place, List<PlanNode> children) {

    PlanNode {
        children = List.copyOf(children);
    }

    enum Kind {
        PLAN,
        DESFIRE,
        CLASSIC,
        PLUS,
        PAGES,
        CONTACT_KEY,
        APPLICATION,
        KEY,
        STANDARD,
        BACKUP,
        VALUE,
        RECORDS,
        TRANSACTION_MAC,
        SECTOR,
        PLUS_SECTOR,
        BLOCK,
        AREA,
        COUNTER,
        BUTTON_FILE,
        FIELD
    }

    Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }

    /// Whether a finding speaks of this node or of something in it.
    boolean covers(String field) {
        return field.equals(place)
                || field.startsWith(place + "/")
                || field.startsWith(place + ".");
    }

    /// What a finding says of this node itself: the entry's name, or nothing.
    String entry(String field) {
        return field.length() > place.length() && !place.isEmpty()
                ? field.substring(place.length() + 1)
                : place.isEmpty() ? field : "";
    }
}
