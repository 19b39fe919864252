package app.lodge.personalization.faces;

import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.layouts.PhotoFraming;

/// How a head stands in a frame, by its eyes; the frame that ICAO 9303 and ISO/IEC 19794-5 section 8
/// want: the head, crown to chin, 70 to 80 % of the picture's height, the eyes level and 50 to 70 %
/// above its lower edge, the face in the middle (ID-11).
///
/// Crown and chin are not looked for, hair and beards hide them: on average a head reaches 1.75 times
/// the distance of its eyes above them and 1.85 times below.
///
/// @param head crown to chin, in parts of the frame's height
/// @param eyeLine height of the eyes over the lower edge, in parts of the frame's height
/// @param aside how far the middle of the eyes lies right of the frame's middle, in parts of its width
/// @param lean degrees by which the eyes are not level on the photograph, clockwise
public record Proportions(double head, double eyeLine, double aside, double lean) {

    static final double HEAD_LEAST = 0.70;
    static final double HEAD_MOST = 0.80;
    static final double EYES_LEAST = 0.50;
    static final double EYES_MOST = 0.70;

    private static final double EYES_TO_CROWN = 1.75;
    private static final double EYES_TO_CHIN = 1.85;
    private static final double EYES_TO_HEAD = EYES_TO_CROWN + EYES_TO_CHIN;
    private static final double WANTED_HEAD = 0.75;

    /// A little under the middle of what is allowed, so that hair has room above the crown.
    private static final double WANTED_EYES = 0.56;

    /// What the standard wants for these eyes, wherever it lies: near an edge of the picture it
    /// reaches beyond.
    static PhotoFraming wanted(Eyes eyes) {
        double height = eyes.apart() * EYES_TO_HEAD / WANTED_HEAD;
        double width = height * PhotoCrop.RATIO_WIDTH / PhotoCrop.RATIO_HEIGHT;
        int most = PhotoFraming.MOST_TILT;
        int tilt = Math.clamp(Math.round(2 * eyes.degrees()), -most, most);
        var turned = new PhotoFraming(0, 0, Math.max(1, (int) Math.round(width)), tilt);
        double below = (WANTED_EYES - 0.5) * turned.height();
        double middleX = eyes.middleX() - below * Math.sin(turned.radians());
        double middleY = eyes.middleY() + below * Math.cos(turned.radians());
        return new PhotoFraming(
                (int) Math.round(middleX - turned.width() / 2.0),
                (int) Math.round(middleY - turned.height() / 2.0),
                turned.width(),
                tilt);
    }

    static Proportions of(Eyes eyes, PhotoFraming framing) {
        double fromX = eyes.middleX() - framing.x() - framing.width() / 2.0;
        double fromY = eyes.middleY() - framing.y() - framing.height() / 2.0;
        double cos = Math.cos(framing.radians());
        double sin = Math.sin(framing.radians());
        double right = fromX * cos + fromY * sin;
        double down = fromY * cos - fromX * sin;
        return new Proportions(
                eyes.apart() * EYES_TO_HEAD / framing.height(),
                0.5 - down / framing.height(),
                right / framing.width(),
                eyes.degrees() - framing.tilt() / 2.0);
    }
}
