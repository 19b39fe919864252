package app.lodge.desktop.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Draws what a window shows larger or smaller. The content is laid out for the room that it then has, so
/// it flows instead of being cut; lists that fold out, menus and tips are windows of their own and follow.
final class Zoomed extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final ListChangeListener<Window> popups = this::opened;
    private final Stage stage;

    Zoomed(Region content, Stage stage, Zoom zoom) {
        this.content = content;
        this.stage = stage;
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.percent().subscribe(_ -> become(zoom.factor()));
        // The list of all windows outlives this one.
        stage.showingProperty()
                .subscribe(shown -> {
                    Window.getWindows().removeListener(popups);
                    if (shown) {
                        Window.getWindows().addListener(popups);
                    }
                });
    }

    private void become(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (var window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup && ours(popup)) {
                    popup.getScene().getRoot().getChildrenUnmodifiable().forEach(this::follow);
                }
            }
        }
    }

    private void follow(Node popup) {
        if (!popup.getTransforms().contains(scale)) {
            popup.getTransforms().add(scale);
        }
    }

    private boolean ours(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow outer) {
            owner = outer.getOwnerWindow();
        }
        return owner == stage;
    }
}
