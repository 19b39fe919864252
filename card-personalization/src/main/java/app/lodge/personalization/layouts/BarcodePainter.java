package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Symbology;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.org.okapibarcode.backend.AztecCode;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.Pdf417;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/// Codes whose every bar is a whole number of pixels wide: what is not, printers blur.
final class BarcodePainter {

    private BarcodePainter() {}

    /// @param bars black rectangles on white, in pixels
    /// @param module width of the narrowest bar in pixels; 0 if the box is too small for one
    record Bars(List<Rectangle> bars, int module) {

        /// Whether readers at arm's length resolve it: 0.17 mm for bars, 0.25 mm for squares.
        boolean resolvable(Symbology symbology) {
            return module
                    >= switch (symbology) {
                        case CODE_128, PDF417 -> 2;
                        case QR, AZTEC, DATA_MATRIX -> 3;
                    };
        }
    }

    /// The code centred in the box with its quiet zone inside; empty if the symbology cannot say
    /// the content.
    static Optional<Bars> bars(Symbology symbology, String content, Rectangle box) {
        Symbol symbol;
        try {
            symbol = symbol(symbology);
            symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
            symbol.setModuleWidth(1);
            symbol.setContent(content);
        } catch (OkapiException _) {
            return Optional.empty();
        }
        return Optional.of(
                switch (symbology) {
                    case CODE_128 -> stretched(symbol, box);
                    case QR -> scaled(symbol, 4, box);
                    case PDF417 -> scaled(symbol, 2, box);
                    case AZTEC, DATA_MATRIX -> scaled(symbol, 1, box);
                });
    }

    private static Symbol symbol(Symbology symbology) {
        return switch (symbology) {
            case CODE_128 -> new Code128();
            case QR -> {
                var code = new QrCode();
                code.setPreferredEccLevel(QrCode.EccLevel.M);
                yield code;
            }
            case PDF417 -> {
                var code = new Pdf417();
                code.setBarHeight(3);
                yield code;
            }
            case AZTEC -> new AztecCode();
            case DATA_MATRIX -> {
                var code = new DataMatrix();
                code.setForceMode(DataMatrix.ForceMode.SQUARE);
                yield code;
            }
        };
    }

    /// ISO/IEC 15417: ten modules quiet on either side; as high as the box.
    private static Bars stretched(Symbol symbol, Rectangle box) {
        int module = box.width / (symbol.getWidth() + 20);
        int left = box.x + (box.width - symbol.getWidth() * module) / 2;
        var bars = new ArrayList<Rectangle>();
        for (var bar : symbol.getRectangles()) {
            bars.add(
                    new Rectangle(
                            left + (int) Math.round(bar.x) * module,
                            box.y,
                            (int) Math.round(bar.width) * module,
                            box.height));
        }
        return new Bars(bars, module);
    }

    /// @param quiet modules kept white all round: 4 for QR (ISO/IEC 18004), 2 for PDF417 (ISO/IEC
    ///     15438), 1 for Data Matrix (ISO/IEC 16022)
    private static Bars scaled(Symbol symbol, int quiet, Rectangle box) {
        int across = symbol.getWidth();
        int down = symbol.getHeight();
        int module = Math.min(box.width / (across + 2 * quiet), box.height / (down + 2 * quiet));
        int left = box.x + (box.width - across * module) / 2;
        int top = box.y + (box.height - down * module) / 2;
        var bars = new ArrayList<Rectangle>();
        for (var bar : symbol.getRectangles()) {
            bars.add(
                    new Rectangle(
                            left + (int) Math.round(bar.x) * module,
                            top + (int) Math.round(bar.y) * module,
                            (int) Math.round(bar.width) * module,
                            (int) Math.round(bar.height) * module));
        }
        return new Bars(bars, module);
    }
}
