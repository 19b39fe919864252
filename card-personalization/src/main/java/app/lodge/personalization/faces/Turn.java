package app.lodge.personalization.faces;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.getRotationMatrix2D;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;

/// A picture turned around its middle for a look at it, and the way back.
///
/// @param degrees by which heads that lean clockwise are set upright
record Turn(double middleX, double middleY, double degrees) {

    static Turn of(int width, int height, double degrees) {
        return new Turn(width / 2.0, height / 2.0, degrees);
    }

    Mat applied(Mat picture) {
        if (degrees == 0) {
            return new Mat(picture);
        }
        var turned = new Mat();
        try (var middle = new Point2f((float) middleX, (float) middleY);
                var matrix = getRotationMatrix2D(middle, degrees, 1);
                var none = new Scalar();
                var size = picture.size()) {
            warpAffine(picture, turned, matrix, size, INTER_LINEAR, BORDER_REPLICATE, none);
        }
        return turned;
    }

    /// A face of the turned picture in the picture itself.
    ///
    /// @param eyes in parts of the side
    Face upright(double x, double y, double side, Optional<Eyes> eyes) {
        double faceX = backX(x + side / 2, y + side / 2) - side / 2;
        double faceY = backY(x + side / 2, y + side / 2) - side / 2;
        return new Face(faceX, faceY, side, eyes.map(pair -> back(pair, x, y, side)));
    }

    private Eyes back(Eyes pair, double x, double y, double side) {
        double leftX = x + pair.leftX() * side;
        double leftY = y + pair.leftY() * side;
        double rightX = x + pair.rightX() * side;
        double rightY = y + pair.rightY() * side;
        return new Eyes(
                backX(leftX, leftY),
                backY(leftX, leftY),
                backX(rightX, rightY),
                backY(rightX, rightY));
    }

    private double backX(double x, double y) {
        double angle = Math.toRadians(degrees);
        return middleX + (x - middleX) * Math.cos(angle) - (y - middleY) * Math.sin(angle);
    }

    private double backY(double x, double y) {
        double angle = Math.toRadians(degrees);
        return middleY + (x - middleX) * Math.sin(angle) + (y - middleY) * Math.cos(angle);
    }
}
