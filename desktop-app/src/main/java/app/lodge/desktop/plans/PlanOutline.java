package app.lodge.desktop.plans;

import app.lodge.desktop.plans.PlanNode.Kind;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The tree of a document: medium, applications, keys and files, sectors, areas, fields.
final class PlanOutline {

    private static final JsonPointer MEDIUM = JsonPointer.compile("/medium");

    private final PlanDocument document;

    private PlanOutline(PlanDocument document) {
        this.document = document;
    }

    static PlanNode of(PlanDocument document) {
        return new PlanOutline(document).plan();
    }

    private PlanNode plan() {
        return new PlanNode(
                JsonPointer.empty(),
                Kind.PLAN,
                document.root().path("name").asText(),
                "",
                List.of(medium()));
    }

    private PlanNode medium() {
        var is = document.at(MEDIUM).path("is").asText();
        var kind =
                switch (is) {
                    case "Classic" -> Kind.CLASSIC;
                    case "Plus" -> Kind.PLUS;
                    case "Pages" -> Kind.PAGES;
                    case "ContactKey" -> Kind.CONTACT_KEY;
                    default -> Kind.DESFIRE;
                };
        var children =
                switch (kind) {
                    case CLASSIC -> each(MEDIUM, "sectors", at -> sector(at, Kind.SECTOR));
                    case PLUS -> each(MEDIUM, "sectors", at -> sector(at, Kind.PLUS_SECTOR));
                    case PAGES -> pages();
                    case CONTACT_KEY -> key();
                    default -> each(MEDIUM, "applications", this::application);
                };
        return new PlanNode(MEDIUM, kind, "", "medium", children);
    }

    private List<PlanNode> areas() {
        return each(MEDIUM, "areas", at -> place(at, Kind.AREA, text(at, "name")));
    }

    private List<PlanNode> key() {
        var children = new ArrayList<>(areas());
        children.addAll(each(MEDIUM, "files", at -> place(at, Kind.BUTTON_FILE, text(at, "name"))));
        return children;
    }

    private List<PlanNode> pages() {
        var children = new ArrayList<>(areas());
        children.addAll(
                each(
                        MEDIUM,
                        "counters",
                        at -> {
                            var number = text(at, "number");
                            return new PlanNode(
                                    at, Kind.COUNTER, number, "counter " + number, List.of());
                        }));
        return children;
    }

    private PlanNode application(JsonPointer at) {
        var aid = text(at, "aid");
        var children = new ArrayList<>(each(at, "keys", key -> key(aid, key)));
        children.addAll(
                each(
                        at,
                        "files",
                        file -> place(file, fileKind(file), aid + "/" + text(file, "name"))));
        return new PlanNode(at, Kind.APPLICATION, aid, aid, children);
    }

    private PlanNode key(String aid, JsonPointer at) {
        return new PlanNode(
                at,
                Kind.KEY,
                text(at, "number"),
                aid + "/key " + PlanDocument.index(at),
                List.of());
    }

    private Kind fileKind(JsonPointer file) {
        return switch (text(file, "is").toUpperCase(Locale.ROOT)) {
            case "BACKUP" -> Kind.BACKUP;
            case "VALUE" -> Kind.VALUE;
            case "RECORDS" -> Kind.RECORDS;
            case "TRANSACTIONMAC" -> Kind.TRANSACTION_MAC;
            default -> Kind.STANDARD;
        };
    }

    private PlanNode sector(JsonPointer at, Kind kind) {
        var number = text(at, "number");
        var place = "sector " + number;
        return new PlanNode(
                at,
                kind,
                number,
                place,
                each(
                        at,
                        "blocks",
                        block -> place(block, Kind.BLOCK, place + "/" + text(block, "name"))));
    }

    /// A file, block or area with its fields.
    private PlanNode place(JsonPointer at, Kind kind, String place) {
        var fields =
                each(
                        at,
                        "fields",
                        field -> {
                            var name = text(field, "name");
                            return new PlanNode(
                                    field, Kind.FIELD, name, place + "/" + name, List.of());
                        });
        return new PlanNode(at, kind, text(at, "name"), place, fields);
    }

    private interface Reader {
        PlanNode node(JsonPointer at);
    }

    private List<PlanNode> each(JsonPointer parent, String list, Reader reader) {
        var at = parent.appendProperty(list);
        return IntStream.range(0, document.at(at).size())
                .mapToObj(i -> reader.node(PlanDocument.element(at, i)))
                .toList();
    }

    private String text(JsonPointer at, String name) {
        JsonNode value = document.at(at).path(name);
        return value.asText();
    }
}
