package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.Finding;
import app.lodge.core.encodingplans.PlanChecks;
import app.lodge.desktop.plans.PlanNode.Kind;
import app.lodge.desktop.shell.History;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One plan being edited: its text, the tree that the text is, the node that has the form, what the
/// checks find, and the way back. While the text is no JSON the tree stays as it was.
final class PlanBoard {

    private static final JsonPointer ROOT = JsonPointer.empty();

    private History<String> history = new History<>("");
    private final StringProperty text = new SimpleStringProperty("");
    private PlanDocument document = NewNodes.plan(Kind.DESFIRE);
    private PlanNode outline = PlanOutline.of(document);
    private final ObjectProperty<JsonPointer> chosen = new SimpleObjectProperty<>(ROOT);
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<EncodingPlan>> plan =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    PlanBoard() {
        text.subscribe(now -> {
            history.become(now, "typed");
            follow(now);
        });
    }

    /// Begins with another document; there is no way back before it.
    void begin(PlanDocument from) {
        history = new History<>(from.text());
        chosen.set(ROOT);
        text.set(history.now().get());
    }

    StringProperty text() {
        return text;
    }

    PlanDocument document() {
        return document;
    }

    PlanNode outline() {
        return outline;
    }

    /// Counts; whatever shows the document follows it.
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Empty while the document cannot be read as a plan.
    ReadOnlyObjectProperty<Optional<EncodingPlan>> plan() {
        return plan.getReadOnlyProperty();
    }

    ObservableList<Finding> findings() {
        return findings;
    }

    ObjectProperty<JsonPointer> chosen() {
        return chosen;
    }

    /// The chosen node, or the plan itself if the chosen one is gone.
    PlanNode node() {
        return node(chosen.get()).orElse(outline);
    }

    private Optional<PlanNode> node(JsonPointer at) {
        return outline.all().filter(node -> node.at().equals(at)).findFirst();
    }

    private void follow(String now) {
        var read = PlanDocument.read(now);
        read.ifPresent(next -> {
            document = next;
            var found = next.plan();
            findings.setAll(found.map(PlanChecks::of).orElse(List.of()));
            plan.set(found);
            outline = PlanOutline.of(next);
        });
        if (read.isEmpty()) {
            findings.clear();
            plan.set(Optional.empty());
        }
        changes.set(changes.get() + 1);
    }

    /// @param stroke changes of one stroke are undone together; empty for one of its own
    void become(PlanDocument next, String stroke) {
        var now = next.text();
        history.become(now, stroke);
        text.set(now);
    }

    void put(PlanEntry entry, JsonNode value) {
        var at = entry.under(node().at());
        become(document.with(at, value), at.toString());
    }

    boolean undoable() {
        return history.undoable().get();
    }

    boolean redoable() {
        return history.redoable().get();
    }

    void undo() {
        history.undo();
        text.set(history.now().get());
    }

    void redo() {
        history.redo();
        text.set(history.now().get());
    }

    /// Something that can be put in at the chosen node, or beside it.
    record Addition(Kind kind, JsonPointer list) {}

    List<Addition> additions() {
        var found = new ArrayList<Addition>();
        for (var at = node().at(); ; at = at.head()) {
            node(at).ifPresent(node ->
                    NewNodes.rooms(node.kind())
                            .forEach(room ->
                                    room.kinds()
                                            .forEach(kind ->
                                                    found.add(
                                                            new Addition(
                                                                    kind,
                                                                    node.at()
                                                                            .appendProperty(
                                                                                    room
                                                                                            .list()))))));
            if (at.matches()) {
                return found;
            }
        }
    }

    void add(Addition what) {
        put(what.list(), document.at(what.list()).size(), NewNodes.element(what.kind()));
    }

    private void put(JsonPointer list, int index, JsonNode element) {
        var apart = new Siblings(document.at(list)).apart(element);
        become(document.inserted(list, index, apart), "");
        chosen.set(PlanDocument.element(list, index));
    }

    /// Whether the chosen node can be removed, moved and copied.
    boolean movable() {
        return PlanDocument.element(node().at());
    }

    void copy() {
        var at = node().at();
        if (movable()) {
            put(at.head(), PlanDocument.index(at) + 1, document.at(at));
        }
    }

    void remove() {
        var at = node().at();
        if (movable()) {
            become(document.without(at), "");
            chosen.set(at.head().head());
        }
    }

    /// @param by -1 up, 1 down
    void move(int by) {
        var at = node().at();
        if (movable()) {
            var next = document.moved(at, by);
            if (next != document) {
                become(next, "");
                chosen.set(PlanDocument.element(at.head(), PlanDocument.index(at) + by));
            }
        }
    }

    /// The node that a finding speaks of.
    PlanNode subject(Finding finding) {
        var field = finding.problem().field();
        return outline.all()
                .filter(node -> !node.place().isEmpty() && node.covers(field))
                .max(java.util.Comparator.comparingInt(node -> node.place().length()))
                .orElse(outline);
    }
}
