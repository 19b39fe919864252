package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Element.Turn;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/// A place on the card in which something stands turned by quarters: whole pixels stay whole.
record Turned(Rectangle place, Turn turn) {

    /// The box in which the thing is drawn as if it were not turned.
    Rectangle upright() {
        return switch (turn) {
            case NONE -> place;
            case HALF -> new Rectangle(0, 0, place.width, place.height);
            case QUARTER, THREE_QUARTERS -> new Rectangle(0, 0, place.height, place.width);
        };
    }

    /// From that box to the place.
    AffineTransform transform() {
        return switch (turn) {
            case NONE -> new AffineTransform();
            case QUARTER -> new AffineTransform(0, 1, -1, 0, place.x + place.width, place.y);
            case HALF ->
                    new AffineTransform(
                            -1, 0, 0, -1, place.x + place.width, place.y + place.height);
            case THREE_QUARTERS ->
                    new AffineTransform(0, -1, 1, 0, place.x, place.y + place.height);
        };
    }

    /// A piece of a card turned back upright.
    static BufferedImage back(BufferedImage piece, int quarters) {
        if (quarters == 0) {
            return piece;
        }
        var turned =
                new Turned(
                        new Rectangle(piece.getWidth(), piece.getHeight()),
                        Turn.values()[quarters]);
        var upright = turned.upright();
        var image = new BufferedImage(upright.width, upright.height, BufferedImage.TYPE_3BYTE_BGR);
        try {
            var inverse = turned.transform().createInverse();
            new AffineTransformOp(inverse, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                    .filter(piece, image);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("A turn by quarters can be undone", e);
        }
        return image;
    }
}
