package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.model.Box;
import javafx.scene.shape.Rectangle;

/// Where micrometres of the card lie on the canvas, and back.
///
/// @param zoom pixels of the screen for one of the printer's
record CanvasScale(double zoom) {

    /// What the rulers take, in pixels of the screen, at the left and above.
    static final double RULER = 22;

    /// The bitmap is larger than the card: micrometres beyond the edge at the left and above.
    private static final int BEYOND_X =
            (int) (CardFace.WIDTH * 25_400L / CardFace.DOTS_PER_INCH - Box.CARD_WIDTH) / 2;

    private static final int BEYOND_Y =
            (int) (CardFace.HEIGHT * 25_400L / CardFace.DOTS_PER_INCH - Box.CARD_HEIGHT) / 2;

    private double perMicrometre() {
        return zoom * CardFace.DOTS_PER_INCH / 25_400.0;
    }

    double x(int micrometres) {
        return RULER + (micrometres + BEYOND_X) * perMicrometre();
    }

    double y(int micrometres) {
        return RULER + (micrometres + BEYOND_Y) * perMicrometre();
    }

    int across(double screenX) {
        return (int) Math.round((screenX - RULER) / perMicrometre()) - BEYOND_X;
    }

    int down(double screenY) {
        return (int) Math.round((screenY - RULER) / perMicrometre()) - BEYOND_Y;
    }

    /// @return micrometres
    int length(double pixels) {
        return (int) (pixels / perMicrometre());
    }

    /// The right edge of the picture, in pixels of the screen.
    double right() {
        return RULER + CardFace.WIDTH * zoom;
    }

    double bottom() {
        return RULER + CardFace.HEIGHT * zoom;
    }

    Rectangle rectangle(Box box, String style) {
        var rectangle =
                new Rectangle(
                        x(box.x()),
                        y(box.y()),
                        box.width() * perMicrometre(),
                        box.height() * perMicrometre());
        rectangle.getStyleClass().add(style);
        rectangle.setMouseTransparent(true);
        return rectangle;
    }
}
