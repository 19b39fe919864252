package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Box;
import java.awt.Rectangle;

/// From micrometres on the card to pixels of the bitmap, which is a little larger than the card and
/// centred on it: 0.21 mm left and right, 0.44 mm above and below.
final class Pixels {

    private static final double PER_MICROMETRE = CardFace.DOTS_PER_INCH / 25_400.0;
    private static final double LEFT = (CardFace.WIDTH - Box.CARD_WIDTH * PER_MICROMETRE) / 2;
    private static final double TOP = (CardFace.HEIGHT - Box.CARD_HEIGHT * PER_MICROMETRE) / 2;

    private Pixels() {}

    /// Each edge on the nearest whole pixel, so that boxes that touch on the card touch here.
    static Rectangle of(Box box) {
        int left = (int) Math.round(LEFT + box.x() * PER_MICROMETRE);
        int top = (int) Math.round(TOP + box.y() * PER_MICROMETRE);
        int right = (int) Math.round(LEFT + (box.x() + box.width()) * PER_MICROMETRE);
        int bottom = (int) Math.round(TOP + (box.y() + box.height()) * PER_MICROMETRE);
        return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    static double length(int micrometres) {
        return micrometres * PER_MICROMETRE;
    }

    /// Pixels for tenths of a point (1/720 inch).
    static double type(int tenths) {
        return tenths * (CardFace.DOTS_PER_INCH / 720.0);
    }
}
