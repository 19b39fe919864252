package app.lodge.personalization.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import app.lodge.personalization.layouts.PhotoFraming;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is remarked about generated photographs, each with one fault.
@Tag("ID-11")
class PhotoSampleTest {

    @ParameterizedTest
    @CsvSource({"700,900", "1400,1800", "420,540", "900,900", "2400,1600"})
    void aGoodPhotographHasNoRemark(int width, int height) {
        assertThat(remarks(portrait(width, height))).isEmpty();
    }

    @Test
    void darkSkinBeforeALightWallIsNotTooDark() {
        var image = portrait(700, 900);
        each(image, value -> value < 190 ? value * 45 / 100 : value);
        assertThat(remarks(image)).isEmpty();
    }

    @Test
    void tooFewPixels() {
        assertThat(remarks(portrait(300, 386))).containsExactly("photos.remark-small");
        var sample = sample(portrait(700, 900));
        assertThat(sample.remarks(new PhotoFraming(100, 100, 412)).getFirst().arguments())
                .containsExactly("412", "413");
        assertThat(sample.remarks(new PhotoFraming(100, 100, 413)))
                .extracting(Problem::key)
                .doesNotContain("photos.remark-small");
    }

    @Test
    void blurred() {
        var image = portrait(700, 900);
        var blurred = scaled(scaled(image, 70, 90), 700, 900);
        assertThat(remarks(blurred)).containsExactly("photos.remark-blurred");
    }

    @Test
    void tooDark() {
        var image = portrait(700, 900);
        each(image, value -> value * 3 / 10);
        assertThat(remarks(image)).containsExactly("photos.remark-dark");
    }

    @Test
    void tooBright() {
        var image = portrait(700, 900);
        each(image, value -> Math.min(255, value * 5 / 4 + 90));
        assertThat(remarks(image)).containsExactly("photos.remark-bright");
    }

    @Test
    void withoutContrast() {
        var image = portrait(700, 900);
        each(image, value -> value * 15 / 100 + 120);
        assertThat(remarks(image)).containsExactly("photos.remark-contrast");
    }

    @Test
    void beforeAnUnevenBackground() {
        var image = portrait(700, 900);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(120, 60, 50));
        graphics.fillRect(0, 0, 110, 500);
        graphics.dispose();
        assertThat(remarks(image)).containsExactly("photos.remark-background");
    }

    @ParameterizedTest
    @CsvSource({"1,900,700", "2,700,900", "3,900,700"})
    void lyingOnASideOrTheHead(int quarters, int width, int height) {
        var lying = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-350, -450);
        var graphics = lying.createGraphics();
        graphics.drawImage(
                portrait(700, 900),
                new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR),
                0,
                0);
        graphics.dispose();
        assertThat(remarks(lying)).contains("photos.remark-sideways");
    }

    @Test
    void aPartAtTheEdgeOfATinyPictureIsJudgedToo() {
        var sample = sample(portrait(140, 180));
        assertThat(sample.remarks(new PhotoFraming(139, 179, 140))).isNotEmpty();
        assertThat(sample(portrait(1, 1)).remarks(new PhotoFraming(0, 0, 140))).isNotEmpty();
    }

    private static BufferedImage portrait(int width, int height) {
        return Portrait.good(width, height);
    }

    private static List<String> remarks(BufferedImage image) {
        var framing = PhotoFraming.largest(image.getWidth(), image.getHeight());
        return sample(image).remarks(framing).stream().map(Problem::key).toList();
    }

    private static PhotoSample sample(BufferedImage image) {
        var file = Portrait.file(image, "png");
        return PhotoSample.of((PictureOutcome.Upright) new PhotoCrop().upright(file));
    }

    private static void each(BufferedImage image, IntUnaryOperator change) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var colour = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        new Color(
                                        change.applyAsInt(colour.getRed()),
                                        change.applyAsInt(colour.getGreen()),
                                        change.applyAsInt(colour.getBlue()))
                                .getRGB());
            }
        }
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
