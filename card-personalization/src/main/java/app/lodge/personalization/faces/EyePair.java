package app.lodge.personalization.faces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/// Of all that looks like an eye in the upper part of a face (nostrils, brows and buttons do), the two
/// that lie most like a pair.
final class EyePair {

    /// In parts of the face's box.
    private static final double UPPER = 0.62;

    private static final double LEFT = 0.31;
    private static final double RIGHT = 0.69;
    private static final double LINE = 0.39;
    private static final double LEAST_APART = 0.28;
    private static final double MOST_APART = 0.58;
    private static final double STEEPEST = 0.30;
    private static final double FARTHEST = 0.28;

    private record Spot(double x, double y) {
        double from(double otherX, double otherY) {
            return Math.hypot(x - otherX, y - otherY);
        }
    }

    private EyePair() {}

    /// In parts of the face's side.
    static Optional<Eyes> in(CascadeClassifier eye, Mat face) {
        int side = face.cols();
        try (var above = new Rect(0, 0, side, (int) (side * UPPER));
                var upper = face.apply(above);
                var boxes = new RectVector();
                var least = new Size(side / 9, side / 9);
                var most = new Size(side / 2, side / 2)) {
            eye.detectMultiScale(upper, boxes, 1.05, 2, 0, least, most);
            var spots = new ArrayList<Spot>();
            for (long i = 0; i < boxes.size(); i++) {
                try (var box = boxes.get(i)) {
                    spots.add(
                            new Spot(
                                    (box.x() + box.width() / 2.0) / side,
                                    (box.y() + box.height() / 2.0) / side));
                }
            }
            return best(spots);
        }
    }

    private static Optional<Eyes> best(List<Spot> spots) {
        Optional<Eyes> best = Optional.empty();
        double nearest = FARTHEST;
        for (var left : spots) {
            for (var right : spots) {
                double across = right.x() - left.x();
                double off = left.from(LEFT, LINE) + right.from(RIGHT, LINE);
                if (across >= LEAST_APART
                        && across <= MOST_APART
                        && Math.abs(right.y() - left.y()) <= STEEPEST * across
                        && off < nearest) {
                    nearest = off;
                    best = Optional.of(new Eyes(left.x(), left.y(), right.x(), right.y()));
                }
            }
        }
        return best;
    }
}
