package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.CardFields;
import app.lodge.personalization.layouts.model.Element;
import app.lodge.personalization.layouts.model.Element.Signature;
import app.lodge.personalization.layouts.model.Element.Signature.Fit;
import app.lodge.personalization.layouts.model.Element.Signature.Ground;
import app.lodge.personalization.layouts.model.Element.Signature.WhereMissing;
import app.lodge.personalization.layouts.model.Fill;
import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import app.lodge.personalization.layouts.model.LayoutWriter;
import app.lodge.personalization.layouts.model.Panel;
import app.lodge.personalization.signatures.Scrawl;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A person's signature on the card: the ink only, the same pixels everywhere, and what is drawn where
/// there is none.
@Tag("ID-46")
class SignatureOnCardTest {

    private static final Box BOX = new Box(20_000, 20_000, 40_000, 10_000);
    private static final int GROUND = 0xFF8FC0A0;
    private static final CardRenderer RENDERER = new CardRenderer();

    @Test
    void onlyTheInkIsPrintedAndWhatLiesBelowShowsThrough() {
        var face = front(signed(Fit.WHOLE, Ground.CLEAR, Panel.COLOUR), Scrawl.png());
        var colours = colours(face.composed());
        assertThat(colours.getOrDefault(GROUND, 0)).isGreaterThan(40_000);
        assertThat(colours.getOrDefault(0xFF102040, 0)).as("ink").isGreaterThan(1_000);
        assertThat(colours).as("no paper").doesNotContainKey(0xFFFFFFFF);
    }

    @Test
    void whitePaperLiesOverWhatIsBelow() {
        var face = front(signed(Fit.WHOLE, Ground.WHITE, Panel.COLOUR), Scrawl.png());
        var colours = colours(face.composed());
        assertThat(colours).doesNotContainKey(GROUND);
        assertThat(colours.getOrDefault(0xFFFFFFFF, 0)).isGreaterThan(40_000);
    }

    @Test
    void inBlackItIsResinAndNoDyeLiesUnderIt() {
        var face = front(signed(Fit.WHOLE, Ground.CLEAR, Panel.K), Scrawl.png());
        var resin = CardFace.bytes(face.k());
        int black = 0;
        for (int pixel = 0; pixel < CardFace.WIDTH * CardFace.HEIGHT; pixel++) {
            black += CardFace.isBlack(resin, pixel) ? 1 : 0;
        }
        assertThat(black).isGreaterThan(1_000);
    }

    @Test
    void asWideAsTheBoxItStaysInside() {
        var tall = front(signed(Fit.WIDTH, Ground.CLEAR, Panel.COLOUR), Scrawl.png());
        var whole = front(signed(Fit.WHOLE, Ground.CLEAR, Panel.COLOUR), Scrawl.png());
        assertThat(tall.sha256()).isNotEqualTo(whole.sha256());
        var place = Pixels.of(BOX);
        var picture = tall.composed();
        for (int y = 0; y < CardFace.HEIGHT; y++) {
            for (int x = 0; x < CardFace.WIDTH; x++) {
                if (!place.contains(x, y)) {
                    assertThat(picture.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(0xFFFFFFFF);
                }
            }
        }
    }

    @Test
    void isTheSamePixelsInPngAndPdf() throws IOException {
        var rendering =
                RENDERER.render(
                        signed(Fit.WHOLE, Ground.CLEAR, Panel.COLOUR), fields(Scrawl.png()));
        var face = rendering.faces().front();
        var png = ImageIO.read(new ByteArrayInputStream(FaceFiles.png(face)));
        assertThat(differing(png, face.composed())).isZero();
        try (var pdf = Loader.loadPDF(FaceFiles.pdf(rendering.faces()))) {
            var resources = pdf.getPage(0).getResources();
            var image =
                    (PDImageXObject)
                            resources.getXObject(resources.getXObjectNames().iterator().next());
            assertThat(differing(image.getImage(), face.composed())).isZero();
        }
        assertThat(front(signed(Fit.WHOLE, Ground.CLEAR, Panel.COLOUR), Scrawl.png()).sha256())
                .as("and every time")
                .isEqualTo(face.sha256());
    }

    @Test
    void whereThereIsNoneALineIsDrawnAndItIsSaid() {
        var layout = signed(Fit.WHOLE, Ground.CLEAR, Panel.COLOUR);
        var missing = RENDERER.render(layout, fields(null));
        assertThat(missing.findings())
                .containsExactly(new Finding.SignatureMissing("signature", false));
        assertThat(missing.findings().getFirst().blocks()).isFalse();
        assertThat(colours(missing.faces().front().composed()).getOrDefault(0xFF102040, 0))
                .as("the line")
                .isGreaterThan(500);
        assertThat(RENDERER.render(layout, fields(new byte[] {1, 2, 3})).findings())
                .containsExactly(new Finding.PictureUnreadable("signature"));
    }

    @Test
    void goesIntoTheFileAndComesBack() {
        for (var fit : Fit.values()) {
            for (var ground : Ground.values()) {
                for (var missing : WhereMissing.values()) {
                    var layout = signed(fit, ground, Panel.COLOUR, missing);
                    assertThat(new LayoutReader().read(LayoutWriter.write(layout)))
                            .isEqualTo(new LayoutOutcome.Accepted(layout));
                }
            }
        }
    }

    @Test
    void theFileSaysWhatItMayHold() {
        var json = LayoutWriter.write(signed(Fit.WHOLE, Ground.CLEAR, Panel.COLOUR));
        assertThat(new LayoutReader().read(json.replace("\"never\"", "\"print\"")))
                .isInstanceOf(LayoutOutcome.Accepted.class);
        for (var wrong :
                List.of(
                        json.replace("\"whole\"", "\"half\""),
                        json.replace("\"clear\"", "\"glass\""),
                        json.replace("\"whereMissing\" : \"print\"", "\"whereMissing\" : 1"))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(new LayoutReader().read(wrong))
                    .isInstanceOfSatisfying(
                            LayoutOutcome.Rejected.class,
                            refused ->
                                    assertThat(refused.problems())
                                            .extracting(Problem::key)
                                            .containsExactly("layouts.not-a-choice"));
        }
    }

    private static Layout signed(Fit fit, Ground ground, Panel panel) {
        return signed(fit, ground, panel, WhereMissing.PRINT);
    }

    private static Layout signed(Fit fit, Ground ground, Panel panel, WhereMissing missing) {
        var plain = LayoutShelf.starter("staff");
        var below =
                new Element.Shape(
                        new Element.Frame(
                                "ground", BOX, Panel.COLOUR, null, Element.Turn.NONE, false),
                        Element.Form.RECTANGLE,
                        0,
                        Fill.plain(GROUND));
        var signature =
                new Signature(
                        new Element.Frame("signature", BOX, panel, null, Element.Turn.NONE, false),
                        fit,
                        ground,
                        0xFF102040,
                        missing);
        return plain.withSides(plain.front().with(List.of(below, signature)), plain.back());
    }

    private static CardFields fields(byte[] signature) {
        return CardFields.withoutPhoto(Map.of(), "en").signed(signature);
    }

    private static CardFace front(Layout layout, byte[] signature) {
        var rendering = RENDERER.render(layout, fields(signature));
        assertThat(rendering.findings()).isEmpty();
        return rendering.faces().front();
    }

    /// How often each colour is inside the box.
    private static Map<Integer, Integer> colours(BufferedImage picture) {
        var counts = new java.util.HashMap<Integer, Integer>();
        var place = Pixels.of(BOX);
        for (int y = place.y + 1; y < place.y + place.height - 1; y++) {
            for (int x = place.x + 1; x < place.x + place.width - 1; x++) {
                counts.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int differing(BufferedImage left, BufferedImage right) {
        int differing = 0;
        for (int y = 0; y < left.getHeight(); y++) {
            for (int x = 0; x < left.getWidth(); x++) {
                differing += left.getRGB(x, y) == right.getRGB(x, y) ? 0 : 1;
            }
        }
        return differing;
    }
}
