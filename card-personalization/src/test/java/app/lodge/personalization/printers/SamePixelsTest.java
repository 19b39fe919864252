package app.lodge.personalization.printers;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.CardFaces;
import app.lodge.personalization.layouts.FaceFiles;
import app.lodge.personalization.layouts.SampleCards;
import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import app.lodge.personalization.printers.CardPrinter.Station;
import app.lodge.personalization.virtual.VirtualCardPath;
import app.lodge.personalization.virtual.VirtualPrinterDriver;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.print.DocFlavor;
import javax.print.StreamPrintServiceFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever way a card takes, both its sides have the same pixels, bit for bit: every starter layout,
/// in every language, as PNG, as PDF, and as each printer gets it. What the screen shows is compared
/// in the desktop.
@Tag("ID-40")
@Tag("ID-45")
@Tag("ID-46")
class SamePixelsTest {

    private static final Map<String, CardFaces> CARDS =
            SampleCards.all().stream().collect(toMap(Object::toString, each -> each.faces()));

    @TempDir static Path folder;

    private interface Way {
        /// The sides as they come out at its other end.
        List<BufferedImage> sides(CardFaces faces, Path work) throws Exception;
    }

    @Test
    void asPng() throws Exception {
        same(
                "png",
                (faces, _) -> {
                    var sides = new ArrayList<BufferedImage>();
                    for (var face : faces.sides()) {
                        sides.add(ImageIO.read(new ByteArrayInputStream(FaceFiles.png(face))));
                    }
                    return sides;
                });
    }

    @Test
    void asPdf() throws Exception {
        same("pdf", (faces, _) -> Cards.pictures(FaceFiles.pdf(faces)));
    }

    @Test
    void asThePicturesOfTheFilePrinter() throws Exception {
        same(
                "file",
                (faces, work) -> {
                    print(new FilePrinterDriver(), work, faces);
                    return files(work.resolve("7-01"), faces);
                });
    }

    @Test
    void asThePdfOfTheFilePrinter() throws Exception {
        same(
                "file-pdf",
                (faces, work) -> {
                    print(new FilePrinterDriver(), work, faces);
                    return Cards.pictures(Files.readAllBytes(work.resolve("7-01.pdf")));
                });
    }

    @Test
    void asTheVirtualPrinterGetsThem() throws Exception {
        same(
                "virtual",
                (faces, work) -> {
                    print(new VirtualPrinterDriver(work, VirtualCardPath.plain()), "demo", faces);
                    return files(work.resolve("demo/card-0001"), faces);
                });
    }

    /// The planes that its library was handed, laid over one another by us once more.
    @Test
    void asAnEvolisGetsThem() throws Exception {
        var built = StubEvolis.in(Files.createDirectories(folder.resolve("stub")));
        same(
                "evolis",
                (faces, work) -> {
                    var stub = built.another(work);
                    print(stub.driver(), stub.printer, faces);
                    var sides = new ArrayList<BufferedImage>();
                    sides.add(planes(work, "front", faces.front()));
                    CardFace back = faces.back();
                    if (back != null) {
                        sides.add(planes(work, "back", back));
                    }
                    return sides;
                });
    }

    /// What the JDK spools to a queue of Linux or macOS: the pictures inside the PostScript.
    @Test
    void asTheJavaPrintServiceSpoolsThem() throws Exception {
        var factory =
                StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                        DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0];
        same(
                "os",
                (faces, _) -> {
                    var spooled = new ByteArrayOutputStream();
                    try (var printer = new OsPrinter(factory.getPrintService(spooled))) {
                        printer.print(new PrintOrder("7-01", faces));
                    }
                    return Spooled.pictures(spooled.toByteArray());
                });
    }

    private static void same(String name, Way way) throws Exception {
        assertThat(CARDS).hasSize(36);
        for (var card : CARDS.entrySet()) {
            var work = Files.createDirectories(folder.resolve(name).resolve(card.getKey()));
            var sides = card.getValue().sides();
            var arrived = way.sides(card.getValue(), work);
            assertThat(arrived).as("sides of %s by %s", card.getKey(), name).hasSameSizeAs(sides);
            for (int side = 0; side < sides.size(); side++) {
                assertThat(Cards.same(arrived.get(side), sides.get(side).composed()))
                        .as("side %d of %s by %s", side + 1, card.getKey(), name)
                        .isTrue();
            }
        }
    }

    private static void print(PrinterDriver driver, Object name, CardFaces faces) throws Exception {
        try (var printer = driver.open(name.toString())) {
            printer.feed(Station.CONTACTLESS);
            assertThat(printer.print(new PrintOrder("7-01", faces)))
                    .isInstanceOf(PrintResult.Printed.class);
        }
    }

    private static List<BufferedImage> files(Path stem, CardFaces faces) throws IOException {
        var sides = new ArrayList<BufferedImage>();
        sides.add(ImageIO.read(Path.of(stem + "-front.png").toFile()));
        if (faces.back() != null) {
            sides.add(ImageIO.read(Path.of(stem + "-back.png").toFile()));
        }
        return sides;
    }

    /// A side in nothing but black is handed over without colour; its varnish is not seen.
    private static BufferedImage planes(Path work, String side, CardFace face) throws IOException {
        var black = ImageIO.read(work.resolve("card-0001-" + side + "-black.bmp").toFile());
        var file = work.resolve("card-0001-" + side + "-color.bmp");
        var picture =
                new BufferedImage(CardFace.WIDTH, CardFace.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var colour = Files.exists(file) ? ImageIO.read(file.toFile()) : null;
        for (int y = 0; y < CardFace.HEIGHT; y++) {
            for (int x = 0; x < CardFace.WIDTH; x++) {
                int dye = colour == null ? 0xFFFFFF : colour.getRGB(x, y);
                picture.setRGB(x, y, (black.getRGB(x, y) & 0xFFFFFF) == 0 ? 0 : dye);
            }
        }
        var varnish = work.resolve("card-0001-" + side + "-overlay.bmp");
        assertThat(colour == null || Cards.same(ImageIO.read(varnish.toFile()), face.overlay()))
                .as("varnish of the %s", side)
                .isTrue();
        return picture;
    }
}
