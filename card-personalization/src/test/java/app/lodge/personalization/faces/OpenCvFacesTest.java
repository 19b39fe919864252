package app.lodge.personalization.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.lodge.personalization.faces.Faces.Seen;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real face, turned, moved, mirrored, twice and not at all. The portrait and what may be done with it:
/// `faces/portrait.txt`.
@Tag("ID-11")
final class OpenCvFacesTest {

    /// Where the eyes are in the portrait, seen by a person.
    private static final Eyes EYES = new Eyes(202.5, 101, 248, 103.2);

    private static final FaceFinder FINDER = new OpenCvFaces();
    private static BufferedImage portrait;

    @BeforeAll
    static void read() throws IOException {
        try (var stream = OpenCvFacesTest.class.getResourceAsStream("portrait.jpg")) {
            portrait = ImageIO.read(stream);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3, -3, 6.5, -6.5, 10, -10, 15, -15})
    void theEyesAreFoundHoweverTheHeadLeans(double degrees) {
        var turn = turn(degrees);
        var seen = (Seen) FINDER.find(drawn(turn));
        assertThat(seen.faces()).hasSize(1);
        var eyes = seen.faces().getFirst().eyes().orElseThrow();
        var left = turn.transform(new Point2D.Double(EYES.leftX(), EYES.leftY()), null);
        var right = turn.transform(new Point2D.Double(EYES.rightX(), EYES.rightY()), null);
        assertThat(Math.hypot(eyes.leftX() - left.getX(), eyes.leftY() - left.getY()))
                .as("left eye")
                .isLessThan(4);
        assertThat(Math.hypot(eyes.rightX() - right.getX(), eyes.rightY() - right.getY()))
                .as("right eye")
                .isLessThan(4);
        assertThat(eyes.degrees()).isCloseTo(EYES.degrees() + degrees, within(2.0));
        var frame = seen.proposal(portrait.getWidth(), portrait.getHeight());
        var stands =
                Proportions.of(
                        new Eyes(left.getX(), left.getY(), right.getX(), right.getY()), frame);
        assertThat(stands.eyeLine()).isBetween(0.5, 0.7);
        assertThat(Math.abs(stands.aside())).isLessThan(0.06);
    }

    @Test
    void movedAndMirroredItIsFoundThere() {
        var moved = AffineTransform.getTranslateInstance(150, 120);
        assertThat(middle(drawn(moved)).distance(225 + 150, 102 + 120)).isLessThan(4);
        var mirrored = new AffineTransform(-1, 0, 0, 1, portrait.getWidth(), 0);
        assertThat(middle(drawn(mirrored)).distance(portrait.getWidth() - 225, 102)).isLessThan(4);
    }

    @Test
    void ofTwoTheLargerIsFramedAndBothAreSaid() {
        var two = new BufferedImage(1000, 512, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = two.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, 1000, 512);
        graphics.drawImage(portrait, 500, 0, null);
        graphics.drawImage(portrait, 0, 100, 384, 384, null);
        graphics.dispose();
        var seen = (Seen) FINDER.find(two);
        assertThat(seen.faces()).hasSize(2);
        assertThat(seen.faces().getFirst().x()).isGreaterThan(500);
        var frame = seen.proposal(1000, 512);
        assertThat(seen.remarks(frame).getFirst().key()).isEqualTo("photos.remark-several-faces");
    }

    @Test
    void whereNobodyIsNobodyIsFound() {
        var empty = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                empty.setRGB(x, y, (x * 7 + y * 13) % 256 << 8 | x * y % 199);
            }
        }
        assertThat(((Seen) FINDER.find(empty)).faces()).isEmpty();
        var tiny = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
        assertThat(((Seen) FINDER.find(tiny)).faces()).isEmpty();
    }

    /// A large picture is looked at small, and told in its own pixels.
    @Test
    void largePicturesAreToldInTheirOwnPixels() {
        var large = new BufferedImage(2560, 2560, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = large.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(portrait, 0, 0, 2560, 2560, null);
        graphics.dispose();
        var seen = (Seen) FINDER.in(new PictureOutcome.Upright(large));
        var eyes = seen.faces().getFirst().eyes().orElseThrow();
        assertThat(eyes.middleX()).isCloseTo(5 * 225.25, within(15.0));
        assertThat(eyes.middleY()).isCloseTo(5 * 102, within(15.0));
    }

    private static Point2D middle(BufferedImage picture) {
        var eyes = ((Seen) FINDER.find(picture)).faces().getFirst().eyes().orElseThrow();
        return new Point2D.Double(eyes.middleX(), eyes.middleY());
    }

    private static AffineTransform turn(double degrees) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), 227, 160);
    }

    private static BufferedImage drawn(AffineTransform where) {
        var picture =
                new BufferedImage(
                        portrait.getWidth(), portrait.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.drawImage(portrait, where, null);
        graphics.dispose();
        return picture;
    }
}
