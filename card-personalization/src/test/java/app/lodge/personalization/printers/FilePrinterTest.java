package app.lodge.personalization.printers;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.personalization.printers.CardPrinter.PrintOrder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FilePrinterTest extends CardPrinterContract {

    @Override
    PrinterDriver driver() {
        return new FilePrinterDriver();
    }

    @Override
    String address() {
        return "file:" + folder.resolve("cards");
    }

    @Override
    BufferedImage printedFront() throws IOException {
        return ImageIO.read(folder.resolve("cards/0001234-02-front.png").toFile());
    }

    @Test
    void neverOverwritesACardAndLeavesNoHalfFiles() throws Exception {
        try (var printer = driver().open(folder.resolve("cards").toString())) {
            printer.print(new PrintOrder("7-01", Cards.staff()));
            printer.print(new PrintOrder("7-01", Cards.staff()));
        }
        try (var files = Files.list(folder.resolve("cards"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "7-01.pdf",
                            "7-01-front.png",
                            "7-01-back.png",
                            "7-01-copy2.pdf",
                            "7-01-copy2-front.png",
                            "7-01-copy2-back.png");
        }
    }
}
