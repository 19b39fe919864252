package app.lodge.desktop.shell;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Gives the screens the room that they need, however large they are drawn, and scrolls where the window
/// has less of it; what gets the keyboard comes into view.
final class Roomy extends ScrollPane {

    /// In which no screen is cut, in any language.
    private static final double WIDTH = 1280;

    private static final double HEIGHT = 800;

    private final Region content;

    Roomy(Region content, Zoom zoom) {
        super(content);
        this.content = content;
        zoom.percent().subscribe(this::makeRoom);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        getStyleClass().add("edge-to-edge");
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(this::bringIntoView);
    }

    /// A small window at normal size is somebody's own choice, and is filled as it is.
    private void makeRoom(int percent) {
        boolean larger = percent > Zoom.NORMAL;
        content.setMinSize(larger ? WIDTH : 0, larger ? HEIGHT : 0);
    }

    private void bringIntoView(@Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == content && owner != null) {
                var place = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
                bringIntoView(place);
                return;
            }
        }
    }

    private void bringIntoView(Bounds place) {
        var view = getViewportBounds();
        double wide = content.getWidth() - view.getWidth();
        double high = content.getHeight() - view.getHeight();
        if (wide > 1) {
            setHvalue(
                    nearest(getHvalue() * wide, place.getMinX(), place.getMaxX(), view.getWidth())
                            / wide);
        }
        if (high > 1) {
            setVvalue(
                    nearest(getVvalue() * high, place.getMinY(), place.getMaxY(), view.getHeight())
                            / high);
        }
    }

    /// Where the view begins after the shortest way to what is between from and to; its beginning counts.
    static double nearest(double begin, double from, double to, double room) {
        return Math.min(Math.max(begin, to - room), from);
    }
}
