package app.lodge.personalization.printers;

import app.lodge.personalization.virtual.VirtualCardPath;
import app.lodge.personalization.virtual.VirtualPrinterDriver;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;

class VirtualPrinterTest extends CardPrinterContract {

    @Override
    PrinterDriver driver() {
        return new VirtualPrinterDriver(folder, VirtualCardPath.plain());
    }

    @Override
    String address() {
        return "virtual:demo";
    }

    @Override
    BufferedImage printedFront() throws IOException {
        return ImageIO.read(folder.resolve("demo/card-0001-front.png").toFile());
    }
}
