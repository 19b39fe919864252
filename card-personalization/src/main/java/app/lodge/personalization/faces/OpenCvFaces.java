package app.lodge.personalization.faces;

import app.lodge.personalization.vision.OpenCv;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for faces with OpenCV's cascades (Viola and Jones), which know upright faces only: a picture
/// in which none is found with both eyes is turned a little to either side and looked at again.
/// The library is loaded with the first picture; where it cannot be, nobody is looked for.
public final class OpenCvFaces implements FaceFinder {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCvFaces.class);

    /// Degrees by which the picture is turned, one after the other.
    private static final double[] TURNS = {0, 12, -12, 20, -20};

    /// The longer side of what is looked at, in pixels.
    private static final int LOOKED_AT = 640;

    private static final double LEAST_FACE = 0.12;

    /// Somebody far behind is no second face.
    private static final double BESIDE = 0.4;

    private record Cascades(CascadeClassifier face, CascadeClassifier eye) {}

    private Optional<Cascades> cascades = Optional.empty();
    private String refused = "";

    @Override
    public synchronized Faces find(BufferedImage picture) {
        if (!refused.isEmpty()) {
            return new Faces.Unavailable(refused);
        }
        try {
            return new Faces.Seen(found(picture));
        } catch (OpenCv.Missing e) {
            refused = String.valueOf(e.getMessage());
            LOG.warn("No faces are looked for on this computer", e);
            return new Faces.Unavailable(refused);
        }
    }

    private Cascades cascades() throws OpenCv.Missing {
        if (cascades.isEmpty()) {
            OpenCv.load();
            cascades =
                    Optional.of(
                            new Cascades(
                                    OpenCv.cascade("haarcascade_frontalface_alt2.xml"),
                                    OpenCv.cascade("haarcascade_eye_tree_eyeglasses.xml")));
        }
        return cascades.get();
    }

    private List<Face> found(BufferedImage picture) throws OpenCv.Missing {
        var known = cascades();
        double factor =
                Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / (double) LOOKED_AT);
        try (var grey = OpenCv.grey(picture, factor)) {
            List<Face> best = List.of();
            for (double turn : TURNS) {
                var faces = found(known, grey, turn);
                if (!faces.isEmpty() && faces.getFirst().eyes().isPresent()) {
                    best = faces;
                    break;
                }
                if (best.isEmpty()) {
                    best = faces;
                }
            }
            return best.stream().map(face -> face.scaled(factor)).toList();
        }
    }

    private static List<Face> found(Cascades known, Mat grey, double turn) {
        var back = Turn.of(grey.cols(), grey.rows(), turn);
        try (var turned = back.applied(grey);
                var boxes = new RectVector();
                var least = new Size(least(grey), least(grey));
                var most = new Size()) {
            known.face().detectMultiScale(turned, boxes, 1.1, 4, 0, least, most);
            var faces = new ArrayList<Face>();
            for (long i = 0; i < boxes.size(); i++) {
                try (var box = boxes.get(i);
                        var face = turned.apply(box)) {
                    var eyes = EyePair.in(known.eye(), face);
                    faces.add(back.upright(box.x(), box.y(), box.width(), eyes));
                }
            }
            faces.sort(Comparator.comparingDouble(Face::side).reversed());
            double smallest = faces.isEmpty() ? 0 : BESIDE * faces.getFirst().side();
            return faces.stream().filter(face -> face.side() >= smallest).toList();
        }
    }

    private static int least(Mat grey) {
        return (int) (LEAST_FACE * Math.min(grey.cols(), grey.rows()));
    }
}
