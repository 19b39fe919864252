package app.lodge.personalization.faces;

/// The middles of both eyes, in a picture's pixels.
///
/// @param leftX of the eye that lies further to the picture's left, `leftY` likewise
public record Eyes(double leftX, double leftY, double rightX, double rightY) {

    public Eyes {
        if (!(leftX < rightX)) {
            throw new IllegalArgumentException(
                    "The left eye at %s is not left of the right one at %s"
                            .formatted(leftX, rightX));
        }
    }

    double middleX() {
        return (leftX + rightX) / 2;
    }

    double middleY() {
        return (leftY + rightY) / 2;
    }

    /// Pixels from eye to eye.
    double apart() {
        return Math.hypot(rightX - leftX, rightY - leftY);
    }

    /// How far the head leans clockwise.
    double degrees() {
        return Math.toDegrees(Math.atan2(rightY - leftY, rightX - leftX));
    }

    Eyes scaled(double factor) {
        return new Eyes(leftX * factor, leftY * factor, rightX * factor, rightY * factor);
    }
}
