package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.layouts.PhotoCrop.CropOutcome;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A turned part comes out upright, with every pixel of the picture counted once.
@Tag("ID-11")
final class StraightenedTest {

    /// A red frame, drawn turned into the picture, is upright on the photograph and fills it.
    @ParameterizedTest
    @CsvSource({"0, 350", "1, 350", "10, 350", "-10, 350", "30, 350", "-30, 350", "13, 1400"})
    void whatLeansStandsUpright(int halfDegrees, int width) {
        var framing = new PhotoFraming(500, 400, width, halfDegrees);
        var picture = picture(3000, 3000, framing);
        var photo = cut(picture, framing);
        assertThat(photo.getWidth()).isEqualTo(Math.min(700, width));
        double scale = (double) photo.getWidth() / width;
        int across = photo.getWidth();
        int down = photo.getHeight();
        int in = (int) (20 * scale);
        int mid = (int) (60 * scale);
        for (int x = in; x < across - in; x += 7) {
            assertThat(red(photo, x, in)).as("above at %d", x).isTrue();
            assertThat(red(photo, x, down - 1 - in)).as("below at %d", x).isTrue();
        }
        for (int y = in; y < down - in; y += 7) {
            assertThat(red(photo, in, y)).as("left at %d", y).isTrue();
            assertThat(red(photo, across - 1 - in, y)).as("right at %d", y).isTrue();
        }
        for (int y = mid; y < down - mid; y += 7) {
            for (int x = mid; x < across - mid; x += 7) {
                assertThat(red(photo, x, y)).as("inside at %d, %d", x, y).isFalse();
            }
        }
    }

    /// Fine lines become even grey when a large picture is made small: single pixels that are picked
    /// out would be stripes.
    @ParameterizedTest
    @CsvSource({"3", "-9", "17"})
    void noPixelIsSkipped(int halfDegrees) {
        var picture = new BufferedImage(4000, 4400, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 4400; y++) {
            for (int x = 0; x < 4000; x++) {
                picture.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        var photo = cut(picture, new PhotoFraming(600, 500, 2800, halfDegrees));
        for (int y = 5; y < photo.getHeight() - 5; y += 11) {
            for (int x = 5; x < photo.getWidth() - 5; x += 11) {
                assertThat(photo.getRGB(x, y) & 0xFF).isBetween(108, 148);
            }
        }
    }

    /// At the picture's corners the edge is drawn on, and nothing breaks.
    @ParameterizedTest
    @CsvSource({"-30", "30", "7"})
    void itReachesTheEdge(int halfDegrees) {
        var picture = new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 400, 500);
        graphics.dispose();
        var photo = cut(picture, new PhotoFraming(-50, 900, 4000, halfDegrees));
        for (int[] corner : new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
            int x = corner[0] * (photo.getWidth() - 1);
            int y = corner[1] * (photo.getHeight() - 1);
            assertThat(new Color(photo.getRGB(x, y)).getGreen()).isGreaterThan(240);
        }
    }

    private static boolean red(BufferedImage photo, int x, int y) {
        var colour = new Color(photo.getRGB(x, y));
        return colour.getRed() > 150 && colour.getGreen() < 110;
    }

    private static BufferedImage picture(int width, int height, PhotoFraming framing) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.transform(
                AffineTransform.getRotateInstance(
                        framing.radians(),
                        framing.x() + framing.width() / 2.0,
                        framing.y() + framing.height() / 2.0));
        graphics.setColor(Color.RED);
        graphics.fill(
                new Rectangle2D.Double(
                        framing.x(), framing.y(), framing.width(), framing.height()));
        graphics.setColor(Color.WHITE);
        graphics.fill(
                new Rectangle2D.Double(
                        framing.x() + 40,
                        framing.y() + 40,
                        framing.width() - 80,
                        framing.height() - 80));
        graphics.dispose();
        return picture;
    }

    private static BufferedImage cut(BufferedImage picture, PhotoFraming framing) {
        var cropped =
                (CropOutcome.Cropped)
                        new PhotoCrop().crop(new PictureOutcome.Upright(picture), framing);
        return PictureReader.pixels(cropped.jpeg()).orElseThrow();
    }
}
