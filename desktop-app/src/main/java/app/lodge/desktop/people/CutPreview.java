package app.lodge.desktop.people;

import app.lodge.personalization.layouts.PhotoFraming;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;

/// The photograph as it would be cut, small and upright, while the cut is still moved.
final class CutPreview {

    private static final double WIDTH = 140;
    private static final double HEIGHT = 180;
    private static final double ROUND = 12;

    private final Pane pane = new Pane();
    private final Affine place = new Affine();

    /// Of a picture's pixels to one of the image's.
    private final double reduced;

    /// @param image the picture, smaller
    /// @param pictureWidth the whole picture's
    CutPreview(Image image, int pictureWidth) {
        reduced = pictureWidth / image.getWidth();
        var view = new ImageView(image);
        view.setSmooth(true);
        view.getTransforms().add(place);
        pane.getChildren().add(view);
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        var clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(ROUND);
        clip.setArcHeight(ROUND);
        pane.setClip(clip);
        pane.setMouseTransparent(true);
    }

    Pane node() {
        return pane;
    }

    /// The framing's middle comes to the middle, its edges upright to the edges.
    void show(PhotoFraming framing) {
        double factor = WIDTH / framing.width();
        place.setToIdentity();
        place.appendTranslation(WIDTH / 2, HEIGHT / 2);
        place.appendRotation(-Math.toDegrees(framing.radians()));
        place.appendScale(factor * reduced, factor * reduced);
        place.appendTranslation(
                -(framing.x() + framing.width() / 2.0) / reduced,
                -(framing.y() + framing.height() / 2.0) / reduced);
    }
}
