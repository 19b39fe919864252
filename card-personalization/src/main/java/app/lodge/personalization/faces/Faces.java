package app.lodge.personalization.faces;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.PhotoFraming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a search for faces brought, and what follows from it for a photograph: a frame as a proposal,
/// and remarks on a frame that a hand chose. A person decides, nothing is blocked (ID-11).
public sealed interface Faces {

    /// Nobody can look for faces here; frames are chosen by hand.
    ///
    /// @param why for the log and whoever mends it
    record Unavailable(String why) implements Faces {}

    /// @param faces the largest first
    record Seen(List<Face> faces) implements Faces {
        public Seen {
            faces = List.copyOf(faces);
        }
    }

    /// A frame around the largest face as ICAO 9303 wants it, as far as the picture reaches; without
    /// a face the largest part of the picture.
    default PhotoFraming proposal(int pictureWidth, int pictureHeight) {
        return largest()
                .map(face -> Proportions.wanted(face.likelyEyes()))
                .map(wanted -> wanted.within(pictureWidth, pictureHeight))
                .orElseGet(() -> PhotoFraming.largest(pictureWidth, pictureHeight));
    }

    /// What is remarkable about the faces and how they stand in a frame, the weightiest first.
    default List<Problem> remarks(PhotoFraming framing) {
        return switch (this) {
            case Unavailable _ -> List.of(remark("photos.remark-face-unsought"));
            case Seen(var faces) when faces.isEmpty() -> List.of(remark("photos.remark-no-face"));
            case Seen(var faces) -> Remarks.of(faces, framing);
        };
    }

    /// The same in a picture that is `factor` times as large.
    default Faces scaled(double factor) {
        return switch (this) {
            case Unavailable _ -> this;
            case Seen(var faces) ->
                    new Seen(faces.stream().map(face -> face.scaled(factor)).toList());
        };
    }

    private Optional<Face> largest() {
        return this instanceof Seen(var faces) ? faces.stream().findFirst() : Optional.empty();
    }

    private static Problem remark(String key, Object... arguments) {
        return Problem.of("photo", "", key, arguments);
    }

    /// Wider than what is proposed: what a hand chose on purpose is not complained about by a hair,
    /// and crown and chin are estimates.
    final class Remarks {

        private static final int LEAST_APART = 90;
        private static final double LEAN = 2.5;
        private static final double TOLERANCE = 0.05;
        private static final double ASIDE = 0.06;

        private Remarks() {}

        private static List<Problem> of(List<Face> faces, PhotoFraming framing) {
            var face = faces.getFirst();
            var eyes = face.likelyEyes();
            var stands = Proportions.of(eyes, framing);
            var remarks = new ArrayList<Problem>();
            if (faces.size() > 1) {
                remarks.add(remark("photos.remark-several-faces", faces.size()));
            }
            if (face.eyes().isEmpty()) {
                remarks.add(remark("photos.remark-no-eyes"));
            } else if (Math.abs(stands.lean()) > LEAN) {
                remarks.add(remark("photos.remark-tilted", Math.round(Math.abs(stands.lean()))));
            }
            if (stands.head() < Proportions.HEAD_LEAST - TOLERANCE) {
                remarks.add(remark("photos.remark-head-small"));
            } else if (stands.head() > Proportions.HEAD_MOST + TOLERANCE) {
                remarks.add(remark("photos.remark-head-large"));
            }
            if (Math.abs(stands.aside()) > ASIDE
                    || stands.eyeLine() < Proportions.EYES_LEAST
                    || stands.eyeLine() > Proportions.EYES_MOST) {
                remarks.add(remark("photos.remark-off-centre"));
            }
            if (eyes.apart() < LEAST_APART) {
                remarks.add(
                        remark("photos.remark-face-small", Math.round(eyes.apart()), LEAST_APART));
            }
            return List.copyOf(remarks);
        }
    }
}
