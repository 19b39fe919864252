package app.lodge.personalization.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Problem;
import app.lodge.personalization.signatures.SignaturePicture.SignatureMade;
import app.lodge.personalization.signatures.Strokes.Point;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What comes as a signature, and what is kept of it.
@Tag("ID-46")
class SignaturePictureTest {

    @Test
    void theEmptyPaperAroundTheInkIsCutOff() {
        var made = ready(SignaturePicture.of(Scrawl.strokes()));
        assertThat(made.width()).isBetween(600, 700);
        assertThat(made.height()).isBetween(170, 210);
    }

    @Test
    void greyishPaperOfAScanBecomesWhiteAndPaleInkBlack() throws IOException {
        var scan = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
        var pen = scan.createGraphics();
        pen.setColor(new Color(0xDC, 0xD8, 0xCC));
        pen.fillRect(0, 0, 600, 300);
        pen.setColor(new Color(0x40, 0x50, 0x90));
        pen.fillRect(200, 140, 200, 8);
        pen.dispose();
        for (var format : List.of("png", "jpeg")) {
            var made = ready(SignaturePicture.of(Scrawl.file(scan, format)));
            var kept = ImageIO.read(new ByteArrayInputStream(made.png()));
            assertThat(made.width()).as(format).isBetween(200, 220);
            assertThat(kept.getRGB(0, 0)).as(format).isEqualTo(0xFFFFFFFF);
            assertThat(kept.getRGB(made.width() / 2, made.height() / 2))
                    .as(format)
                    .isEqualTo(0xFF000000);
        }
    }

    @Test
    void whatIsTransparentCountsAsPaper() {
        var clear = new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB);
        var pen = clear.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(100, 50, 80, 10);
        pen.dispose();
        assertThat(ready(SignaturePicture.of(Scrawl.file(clear, "png"))).width())
                .isBetween(80, 100);
    }

    @Test
    void emptyPaperAndOtherFilesAreRefusedWithAReason() {
        var empty = new BufferedImage(300, 120, BufferedImage.TYPE_INT_RGB);
        var pen = empty.createGraphics();
        pen.setColor(new Color(0xF4, 0xF4, 0xF0));
        pen.fillRect(0, 0, 300, 120);
        pen.setColor(new Color(0xE0, 0xE0, 0xDC));
        pen.fillRect(40, 40, 100, 30);
        pen.dispose();
        assertThat(refusal(SignaturePicture.of(Scrawl.file(empty, "png"))))
                .isEqualTo("signatures.nothing-written");
        assertThat(refusal(SignaturePicture.of(new Strokes(560, 180, List.of()))))
                .isEqualTo("signatures.nothing-written");
        assertThat(refusal(SignaturePicture.of("<svg/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("photos.unreadable");
    }

    @Test
    void largeScansAreBroughtToWhatPrintsSharply() {
        var large = new BufferedImage(4_000, 1_200, BufferedImage.TYPE_BYTE_GRAY);
        var pen = large.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 4_000, 1_200);
        pen.setColor(Color.BLACK);
        pen.fillRect(100, 200, 3_800, 40);
        pen.fillRect(100, 200, 40, 900);
        pen.dispose();
        var made = ready(SignaturePicture.of(Scrawl.file(large, "png")));
        assertThat(made.width()).isEqualTo(1_400);
        assertThat(made.png().length).isLessThan(900_000);
    }

    @Test
    void linesAreSmoothedThroughTheMiddlesOfWhatThePadNoted() {
        var curves = Strokes.curves(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10)));
        assertThat(curves)
                .containsExactly(
                        new Strokes.Curve(new Point(0, 0), new Point(10, 0), new Point(10, 5)),
                        new Strokes.Curve(new Point(10, 5), new Point(10, 10), new Point(10, 10)));
        assertThat(Strokes.curves(List.of(new Point(3, 4)))).as("a dot").hasSize(1);
        assertThat(Strokes.curves(List.of())).isEmpty();
        assertThatThrownBy(() -> new Strokes(0, 180, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SignatureMade.Ready ready(SignatureMade made) {
        assertThat(made).isInstanceOf(SignatureMade.Ready.class);
        return (SignatureMade.Ready) made;
    }

    private static String refusal(SignatureMade made) {
        return ((SignatureMade.Refused) made)
                .problems().stream().map(Problem::key).findFirst().orElse("");
    }
}
