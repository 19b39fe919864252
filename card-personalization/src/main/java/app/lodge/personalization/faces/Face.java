package app.lodge.personalization.faces;

import java.util.Optional;

/// A face in a picture, in the picture's pixels (ID-11).
///
/// @param x and `y`: of the left upper corner of the box around it, from the brows to the chin
/// @param side of the box
/// @param eyes empty where they were not found: closed, covered, or in a bad light
public record Face(double x, double y, double side, Optional<Eyes> eyes) {

    /// Where eyes lie in the box of a face that looks straight ahead, in parts of its side.
    private static final double EYE_LINE = 0.37;

    private static final double BETWEEN_EYES = 0.46;

    public Face {
        if (!(side > 0)) {
            throw new IllegalArgumentException("A face of %s pixels is none".formatted(side));
        }
    }

    /// The eyes as found, or where they would be if the head were upright.
    Eyes likelyEyes() {
        double middle = x + side / 2;
        double half = BETWEEN_EYES * side / 2;
        double line = y + EYE_LINE * side;
        return eyes.orElseGet(() -> new Eyes(middle - half, line, middle + half, line));
    }

    /// The same in a picture that is `factor` times as large.
    Face scaled(double factor) {
        return new Face(
                x * factor, y * factor, side * factor, eyes.map(pair -> pair.scaled(factor)));
    }
}
