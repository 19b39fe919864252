package app.lodge.desktop.designer;

import static app.lodge.desktop.designer.CanvasScale.RULER;

import app.lodge.personalization.layouts.model.Guides.Guide;
import java.util.Optional;
import javafx.scene.input.MouseEvent;

/// Guides by mouse: pulled out of a ruler, moved by their mark in a ruler, and pulled off the card.
final class GuideMouse {

    /// How near a mark is hit, in pixels of the screen.
    private static final double NEAR = 5;

    private final GuidesAtHand guides;
    private boolean pulling;
    private boolean upright;
    private long strokes;

    GuideMouse(GuidesAtHand guides) {
        this.guides = guides;
    }

    /// @return whether the mouse now has a guide
    boolean pressed(MouseEvent event, CanvasScale scale) {
        boolean above = event.getY() < RULER && event.getX() >= RULER;
        boolean beside = event.getX() < RULER && event.getY() >= RULER;
        if (!above && !beside) {
            return false;
        }
        var there = above ? marked(true, event.getX(), scale) : marked(false, event.getY(), scale);
        if (there.isEmpty() && guides.full()) {
            return true;
        }
        // Out of the upper ruler comes a level one.
        guides.hold(there.orElse(new Guide(beside, -1)));
        upright = there.map(Guide::upright).orElse(beside);
        pulling = true;
        strokes++;
        return true;
    }

    private Optional<Guide> marked(boolean across, double at, CanvasScale scale) {
        return guides.all().all().stream()
                .filter(each -> each.upright() == across)
                .filter(each -> Math.abs(place(each, scale) - at) <= NEAR)
                .findFirst();
    }

    private static double place(Guide guide, CanvasScale scale) {
        return guide.upright() ? scale.x(guide.at()) : scale.y(guide.at());
    }

    /// @return whether it is a guide that is moved
    boolean dragged(MouseEvent event, CanvasScale scale) {
        if (pulling) {
            boolean back = upright ? event.getX() < RULER : event.getY() < RULER;
            int at = upright ? scale.across(event.getX()) : scale.down(event.getY());
            guides.pull(back ? -1 : at, "guide" + strokes);
        }
        return pulling;
    }

    void released() {
        if (pulling) {
            pulling = false;
            var held = guides.held().get();
            if (held != null && !held.onCard()) {
                guides.leave();
            }
        }
    }
}
