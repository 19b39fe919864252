package app.lodge.personalization.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.personalization.faces.Faces.Seen;
import app.lodge.personalization.layouts.PhotoFraming;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Eyes to frame: what ICAO 9303 asks for holds for whoever stands wherever, leaning by up to 15°.
@Tag("ID-11")
final class ProportionsTest {

    private static final int WIDE = 4000;
    private static final int HIGH = 3000;

    @Property(tries = 500)
    void theProposalHasThePassportsProportions(
            @ForAll @DoubleRange(min = 1300, max = 2700) double x,
            @ForAll @DoubleRange(min = 1100, max = 1800) double y,
            @ForAll @DoubleRange(min = 60, max = 300) double apart,
            @ForAll @DoubleRange(min = -15, max = 15) double lean) {
        var eyes = eyes(x, y, apart, lean);
        var frame = seen(eyes).proposal(WIDE, HIGH);
        var stands = Proportions.of(eyes, frame);
        assertThat(stands.head()).isBetween(0.70, 0.80);
        assertThat(stands.eyeLine()).isBetween(0.50, 0.70);
        assertThat(Math.abs(stands.aside())).isLessThan(0.01);
        assertThat(Math.abs(stands.lean())).as("half degrees").isLessThanOrEqualTo(0.2501);
        assertThat(frame).isEqualTo(frame.within(WIDE, HIGH));
        assertThat(keys(seen(eyes), frame)).isSubsetOf("photos.remark-face-small");
    }

    /// The crown and the chin, too, lie inside, at whatever angle: nothing of the head is cut off.
    @Property(tries = 500)
    void theWholeHeadIsInTheFrame(
            @ForAll @DoubleRange(min = 60, max = 300) double apart,
            @ForAll @DoubleRange(min = -15, max = 15) double lean) {
        var eyes = eyes(2000, 1500, apart, lean);
        var frame = seen(eyes).proposal(WIDE, HIGH);
        double down = Math.toRadians(lean);
        for (double along : new double[] {-1.75, 1.85}) {
            double x = 2000 - Math.sin(down) * along * apart;
            double y = 1500 + Math.cos(down) * along * apart;
            var there = Proportions.of(eyes(x, y, 1, lean), frame);
            assertThat(there.eyeLine()).isBetween(0.05, 0.95);
            assertThat(Math.abs(there.aside())).isLessThan(0.02);
        }
    }

    @Property(tries = 500)
    void whoeverStandsAtTheEdgeIsFramedAsFarAsThePictureReaches(
            @ForAll @DoubleRange(min = 0, max = 800) double x,
            @ForAll @DoubleRange(min = 0, max = 600) double y,
            @ForAll @DoubleRange(min = 5, max = 900) double apart,
            @ForAll @DoubleRange(min = -80, max = 80) double lean,
            @ForAll @IntRange(min = 150, max = 800) int width,
            @ForAll @IntRange(min = 150, max = 600) int height) {
        var frame = seen(eyes(x, y, apart, lean)).proposal(width, height);
        assertThat(frame.tilt()).isBetween(-PhotoFraming.MOST_TILT, PhotoFraming.MOST_TILT);
        assertThat(frame).isEqualTo(frame.within(width, height));
        double cos = Math.cos(frame.radians());
        double sin = Math.sin(Math.abs(frame.radians()));
        double acrossHalf = (frame.width() * cos + frame.height() * sin) / 2;
        double downHalf = (frame.width() * sin + frame.height() * cos) / 2;
        double middleX = frame.x() + frame.width() / 2.0;
        double middleY = frame.y() + frame.height() / 2.0;
        assertThat(middleX - acrossHalf).isGreaterThan(-1.5);
        assertThat(middleX + acrossHalf).isLessThan(width + 1.5);
        assertThat(middleY - downHalf).isGreaterThan(-1.5);
        assertThat(middleY + downHalf).isLessThan(height + 1.5);
    }

    @Test
    void remarksFollowTheHand() {
        var face = seen(eyes(2000, 1500, 120, 4));
        var proposed = face.proposal(WIDE, HIGH);
        assertThat(proposed.tilt()).isEqualTo(8);
        assertThat(keys(face, proposed)).isEmpty();
        assertThat(keys(face, proposed.turned(-5))).isEmpty();
        assertThat(keys(face, proposed.turned(-6))).containsExactly("photos.remark-tilted");
        assertThat(keys(face, proposed.widened(120))).containsExactly("photos.remark-head-small");
        assertThat(keys(face, proposed.widened(-80))).containsExactly("photos.remark-head-large");
        assertThat(keys(face, proposed.moved(40, 0))).containsExactly("photos.remark-off-centre");
        assertThat(keys(face, proposed.moved(0, -100))).containsExactly("photos.remark-off-centre");
        var far = seen(eyes(2000, 1500, 89, 0));
        assertThat(keys(far, far.proposal(WIDE, HIGH))).containsExactly("photos.remark-face-small");
    }

    @Test
    void severalFacesNoneAndEyesThatAreNotFoundAreSaid() {
        var large = new Face(1000, 800, 400, Optional.empty());
        var small = new Face(2500, 900, 300, Optional.of(eyes(2650, 1000, 120, 9)));
        var both = new Seen(List.of(large, small));
        var frame = both.proposal(WIDE, HIGH);
        assertThat(frame.tilt()).isZero();
        assertThat(frame.x() + frame.width() / 2).isEqualTo(1200);
        assertThat(keys(both, frame))
                .containsExactly("photos.remark-several-faces", "photos.remark-no-eyes");
        var none = new Seen(List.of());
        assertThat(none.proposal(WIDE, HIGH)).isEqualTo(PhotoFraming.largest(WIDE, HIGH));
        assertThat(keys(none, frame)).containsExactly("photos.remark-no-face");
        var unsought = new Faces.Unavailable("no library");
        assertThat(unsought.proposal(WIDE, HIGH)).isEqualTo(PhotoFraming.largest(WIDE, HIGH));
        assertThat(keys(unsought, frame)).containsExactly("photos.remark-face-unsought");
    }

    @Test
    void whatIsNoFaceIsNotTaken() {
        assertThatThrownBy(() -> new Face(0, 0, 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Eyes(5, 0, 5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhotoFraming(0, 0, 200, 31))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Seen seen(Eyes eyes) {
        double side = eyes.apart() / 0.4;
        return new Seen(
                List.of(
                        new Face(
                                eyes.middleX() - side / 2,
                                eyes.middleY() - side / 2,
                                side,
                                Optional.of(eyes))));
    }

    private static Eyes eyes(double x, double y, double apart, double lean) {
        double right = Math.cos(Math.toRadians(lean)) * apart / 2;
        double down = Math.sin(Math.toRadians(lean)) * apart / 2;
        return new Eyes(x - right, y - down, x + right, y + down);
    }

    private static List<String> keys(Faces faces, PhotoFraming frame) {
        return faces.remarks(frame).stream().map(problem -> problem.key()).toList();
    }
}
