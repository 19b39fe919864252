package app.lodge.personalization.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The starter card against pictures that somebody looked at, and its files against its pixels.
/// After a wanted change, copy the pictures that a failing run leaves in `target/` over the golden
/// ones, and look at them.
@Tag("ID-40")
@Tag("ID-46")
class StaffCardTest {

    /// Another JDK may round a curve's edge otherwise.
    private static final int PIXELS_THAT_MAY_DIFFER = 600;

    @Test
    void looksAsItWasApproved() throws IOException {
        var faces = StaffCard.drawn().faces();
        compare("staff-front.png", faces.front());
        compare("staff-back.png", faces.back());
    }

    @Test
    void hasNothingToComplainOf() {
        var rendering = StaffCard.drawn();
        assertThat(rendering.findings()).isEmpty();
        assertThat(new LayoutProof(StaffCard.RENDERER).problems(StaffCard.layout())).isEmpty();
        assertThat(rendering.faces().back().blackOnly()).isTrue();
    }

    @Test
    void isTheSamePixelsInPngAndPdf() throws IOException {
        var faces = StaffCard.drawn().faces();
        try (var pdf = Loader.loadPDF(FaceFiles.pdf(faces))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                var face = faces.sides().get(i);
                var page = pdf.getPage(i);
                assertThat(page.getMediaBox().getWidth()).isEqualTo(243.84f);
                assertThat(page.getMediaBox().getHeight()).isEqualTo(155.52f);
                assertThat(differing(picture(page), face.composed())).isZero();
                var png = ImageIO.read(new ByteArrayInputStream(FaceFiles.png(face)));
                assertThat(differing(png, face.composed())).isZero();
            }
        }
    }

    @Test
    void isDrawnAlikeEveryTime() {
        assertThat(StaffCard.drawn().faces().front().sha256())
                .isEqualTo(StaffCard.drawn().faces().front().sha256());
    }

    @Test
    void leavesNoDyeUnderResin() {
        for (var face : StaffCard.drawn().faces().sides()) {
            var resin = CardFace.bytes(face.k());
            for (int pixel = 0; pixel < CardFace.WIDTH * CardFace.HEIGHT; pixel++) {
                if (CardFace.isBlack(resin, pixel)) {
                    int rgb = face.colour().getRGB(pixel % CardFace.WIDTH, pixel / CardFace.WIDTH);
                    assertThat(rgb).isEqualTo(0xFFFFFFFF);
                }
            }
        }
    }

    @Test
    void shrinksLongNamesAndWritesChinese() {
        var layout = StaffCard.layout();
        var name = "Maximiliane Schwarzenberg-Hohenlohe";
        assertThat(StaffCard.RENDERER.render(layout, StaffCard.fields(name)).findings())
                .singleElement()
                .isInstanceOf(Finding.TextShrunk.class);
        var chinese = StaffCard.RENDERER.render(layout, StaffCard.fields("王小明"));
        var boxes = StaffCard.RENDERER.render(layout, StaffCard.fields("\uE123\uE124\uE125"));
        assertThat(chinese.faces().front().sha256()).isNotEqualTo(boxes.faces().front().sha256());
    }

    private static void compare(String name, CardFace face) throws IOException {
        var kept = Files.createDirectories(Path.of("target", "faces")).resolve(name);
        Files.write(kept, FaceFiles.png(face));
        try (var golden = StaffCardTest.class.getResourceAsStream(name)) {
            assertThat(golden).as("golden picture %s", name).isNotNull();
            assertThat(differing(ImageIO.read(golden), face.composed()))
                    .as("pixels of %s that differ", name)
                    .isLessThanOrEqualTo(PIXELS_THAT_MAY_DIFFER);
        }
    }

    private static BufferedImage picture(PDPage page) throws IOException {
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                return image.getImage();
            }
        }
        throw new IllegalStateException("The page has no picture");
    }

    private static int differing(BufferedImage left, BufferedImage right) {
        assertThat(left.getWidth()).isEqualTo(right.getWidth());
        assertThat(left.getHeight()).isEqualTo(right.getHeight());
        int differing = 0;
        for (int y = 0; y < left.getHeight(); y++) {
            for (int x = 0; x < left.getWidth(); x++) {
                differing += left.getRGB(x, y) == right.getRGB(x, y) ? 0 : 1;
            }
        }
        return differing;
    }
}
