package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.model.Layout;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A layout as it stands, and the way there and back. Changes of one stroke, such as a word being
/// typed or an element being nudged, are undone together.
final class History {

    private static final int MOST = 200;

    private final ReadOnlyObjectWrapper<Layout> now;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final Deque<Layout> before = new ArrayDeque<>();
    private final Deque<Layout> after = new ArrayDeque<>();
    private String stroke = "";

    History(Layout start) {
        now = new ReadOnlyObjectWrapper<>(start);
    }

    ReadOnlyObjectProperty<Layout> now() {
        return now.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// @param part of which stroke this is; empty for a change of its own
    void become(Layout layout, String part) {
        if (layout.equals(now.get())) {
            return;
        }
        if (part.isEmpty() || !part.equals(stroke)) {
            before.push(now.get());
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        stroke = part;
        after.clear();
        now.set(layout);
        tell();
    }

    /// What comes next is a stroke of its own.
    void lift() {
        stroke = "";
    }

    void undo() {
        if (!before.isEmpty()) {
            after.push(now.get());
            stroke = "";
            now.set(before.pop());
            tell();
        }
    }

    void redo() {
        if (!after.isEmpty()) {
            before.push(now.get());
            stroke = "";
            now.set(after.pop());
            tell();
        }
    }

    private void tell() {
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
    }
}
