package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.lodge.personalization.layouts.SampleCards.Sample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every starter layout in every language against pictures that somebody looked at (ID-46). Each
/// shows the front and the back one below the other, at half the printer's resolution.
///
/// After a wanted change: `-Dlodge.golden=write` writes them anew; look at them all. What differs
/// lies in `target/golden` afterwards.
@Tag("ID-40")
@Tag("ID-46")
class GoldenCardsTest {

    private static final int WIDTH = CardFace.WIDTH / 2;
    private static final int HEIGHT = CardFace.HEIGHT / 2;

    /// On the JDK that drew them, nothing may differ. Another one may round the edge of a curve
    /// otherwise: so many pixels, and none by more than this.
    private static final int PIXELS_THAT_MAY_DIFFER = 400;

    private static final int LEVELS_THAT_MAY_DIFFER = 64;

    private static final Path GOLDEN =
            Path.of("src/test/resources/app/lodge/personalization/layouts/golden");
    private static final Path DIFFERING = Path.of("target", "golden");
    private static final boolean WRITES = "write".equals(System.getProperty("lodge.golden"));

    static Stream<Sample> samples() {
        return SampleCards.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void looksAsSomebodyApproved(Sample sample) throws IOException {
        var drawn = sheet(sample.faces());
        var name = sample + ".png";
        if (WRITES) {
            Files.createDirectories(GOLDEN);
            ImageIO.write(drawn, "png", GOLDEN.resolve(name).toFile());
            Files.writeString(GOLDEN.resolve("drawn-by.txt"), drawnBy() + "\n");
            return;
        }
        var difference = difference(kept(name), drawn);
        if (difference.pixels() > (sameJdk() ? 0 : PIXELS_THAT_MAY_DIFFER)
                || difference.levels() > (sameJdk() ? 0 : LEVELS_THAT_MAY_DIFFER)) {
            var file = Files.createDirectories(DIFFERING).resolve(name).toAbsolutePath();
            ImageIO.write(drawn, "png", file.toFile());
            fail(
                    "%d pixels of %s differ, by up to %d levels; what was drawn now is in %s"
                            .formatted(difference.pixels(), name, difference.levels(), file));
        }
    }

    /// What the comparison would miss if it were blind.
    @Test
    void seesOneWrongPixel() throws IOException {
        var good = sheet(SampleCards.all().getFirst().faces());
        var bad = sheet(SampleCards.all().getFirst().faces());
        bad.setRGB(WIDTH / 3, HEIGHT / 3, bad.getRGB(WIDTH / 3, HEIGHT / 3) ^ 0x010000);
        assertThat(difference(good, bad)).isEqualTo(new Difference(1, 1));
    }

    /// Nobody's card is like another's: each language's words are on it.
    @Test
    void noTwoAreAlike() throws IOException {
        assertThat(SampleCards.all())
                .extracting(sample -> sample.faces().front().sha256())
                .doesNotHaveDuplicates();
    }

    private record Difference(int pixels, int levels) {}

    private static Difference difference(BufferedImage left, BufferedImage right) {
        assertThat(right.getWidth()).isEqualTo(left.getWidth());
        assertThat(right.getHeight()).isEqualTo(left.getHeight());
        int pixels = 0;
        int levels = 0;
        for (int y = 0; y < left.getHeight(); y++) {
            for (int x = 0; x < left.getWidth(); x++) {
                int a = left.getRGB(x, y);
                int b = right.getRGB(x, y);
                pixels += a == b ? 0 : 1;
                for (int shift = 0; shift < 24; shift += 8) {
                    levels = Math.max(levels, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
                }
            }
        }
        return new Difference(pixels, levels);
    }

    private static BufferedImage kept(String name) throws IOException {
        try (var stream = GoldenCardsTest.class.getResourceAsStream("golden/" + name)) {
            assertThat(stream).as("golden picture %s; -Dlodge.golden=write", name).isNotNull();
            return ImageIO.read(new ByteArrayInputStream(stream.readAllBytes()));
        }
    }

    /// All sides one below the other, each pixel the rounded mean of four.
    private static BufferedImage sheet(CardFaces faces) {
        List<CardFace> sides = faces.sides();
        var sheet = new BufferedImage(WIDTH, HEIGHT * sides.size(), BufferedImage.TYPE_3BYTE_BGR);
        for (int side = 0; side < sides.size(); side++) {
            var face = sides.get(side).composed();
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    sheet.setRGB(x, side * HEIGHT + y, mean(face, 2 * x, 2 * y));
                }
            }
        }
        return sheet;
    }

    private static int mean(BufferedImage face, int x, int y) {
        int mean = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int sum = 2;
            for (int at = 0; at < 4; at++) {
                sum += face.getRGB(x + at % 2, y + at / 2) >> shift & 0xFF;
            }
            mean |= sum / 4 << shift;
        }
        return mean;
    }

    private static boolean sameJdk() throws IOException {
        try (var stream = GoldenCardsTest.class.getResourceAsStream("golden/drawn-by.txt")) {
            return stream != null
                    && new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .equals(drawnBy());
        }
    }

    private static String drawnBy() {
        return "%s, Java %d, %s"
                .formatted(
                        System.getProperty("java.vendor"),
                        Runtime.version().feature(),
                        System.getProperty("os.arch"));
    }
}
