package app.lodge.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is being edited as it stands, and the way there and back. Changes of one stroke, such as a word
/// being typed or an element being nudged, are undone together.
///
/// @param <T> a value that is never changed itself: a layout, a document
public final class History<T> {

    private static final int MOST = 200;

    private final ReadOnlyObjectWrapper<T> now;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private String stroke = "";

    public History(T start) {
        now = new ReadOnlyObjectWrapper<>(start);
    }

    public ReadOnlyObjectProperty<T> now() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// @param part of which stroke this is; empty for a change of its own
    public void become(T next, String part) {
        if (next.equals(now.get())) {
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
        now.set(next);
        tell();
    }

    /// What comes next is a stroke of its own.
    public void lift() {
        stroke = "";
    }

    public void undo() {
        if (!before.isEmpty()) {
            after.push(now.get());
            stroke = "";
            now.set(before.pop());
            tell();
        }
    }

    public void redo() {
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
