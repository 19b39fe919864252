package app.lodge.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer above the screens: sheets lie here on a veil, the topmost has the keyboard, and the
/// keyboard stays in it.
final class Overlay extends StackPane implements Sheets {

    private final Deque<Layer> layers = new ArrayDeque<>();

    Overlay() {
        setVisible(false);
        setPickOnBounds(true);
        Keys.of("keys.sheet")
                .on(
                        Keys.key(KeyCode.ESCAPE),
                        "action.close",
                        () -> !layers.isEmpty(),
                        this::closeTop)
                .bindBefore(this);
        sceneProperty()
                .flatMap(scene -> scene.focusOwnerProperty())
                .subscribe(owner -> keepFocus(owner));
    }

    @Override
    public void showWhile(BooleanProperty open, Supplier<? extends Node> sheet) {
        open.subscribe(shown -> {
            if (shown) {
                push(open, sheet.get(), () -> open.set(false));
            } else {
                pop(open);
            }
        });
    }

    /// @param key by which the layer is taken away again
    void push(Object key, Node sheet, Runnable close) {
        var veil = new StackPane(sheet);
        veil.getStyleClass().add("veil");
        veil.setPadding(new Insets(28));
        var before = getScene() == null ? null : getScene().getFocusOwner();
        layers.push(new Layer(key, veil, close, before));
        getChildren().add(veil);
        setVisible(true);
        // Without its skins a sheet has no field yet that could take the keyboard.
        veil.applyCss();
        veil.layout();
        focusFirst(sheet);
    }

    void pop(Object key) {
        layers.stream()
                .filter(layer -> layer.key == key)
                .findFirst()
                .ifPresent(layer -> {
                    layers.remove(layer);
                    getChildren().remove(layer.veil);
                    setVisible(!layers.isEmpty());
                    if (layer.before != null) {
                        layer.before.requestFocus();
                    }
                });
    }

    private void closeTop() {
        var top = layers.peek();
        if (top != null) {
            top.close.run();
        }
    }

    /// The sheet that has the keyboard; itself where there is none.
    Node top() {
        var top = layers.peek();
        return top == null ? this : top.veil;
    }

    boolean open() {
        return !layers.isEmpty();
    }

    private void keepFocus(@Nullable Node owner) {
        var top = layers.peek();
        if (top == null || owner == null || inside(owner, top.veil)) {
            return;
        }
        Platform.runLater(() -> {
            if (layers.peek() == top) {
                focusFirst(top.veil);
            }
        });
    }

    private static boolean inside(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        if (node instanceof javafx.scene.control.ScrollPane scroll && scroll.getContent() != null) {
            return focusFirst(scroll.getContent());
        }
        if (node instanceof Parent parent && node.isVisible()) {
            return parent.getChildrenUnmodifiable().stream().anyMatch(Overlay::focusFirst);
        }
        return false;
    }

    private record Layer(Object key, Node veil, Runnable close, @Nullable Node before) {}
}
