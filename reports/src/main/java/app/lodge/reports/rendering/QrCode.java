package app.lodge.reports.rendering;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// A text as QR code (ISO/IEC 18004), as black and white PNG. The same text gives the same bytes.
public final class QrCode {

    /// Several points a module, so that no printer blurs the edges.
    private static final int POINTS = 6;

    private static final int QUIET_MODULES = 2;

    /// As the standard asks for where the ground around it may be dark.
    private static final int QUIET_ON_SCREEN = 4;

    private QrCode() {}

    static byte[] png(String text) {
        return png(text, QUIET_MODULES);
    }

    /// For a screen, with a margin of its own.
    public static byte[] onScreen(String text) {
        return png(text, QUIET_ON_SCREEN);
    }

    private static byte[] png(String text, int quiet) {
        try {
            var modules =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            quiet));
            var size = modules.getWidth() * POINTS;
            var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (var y = 0; y < size; y++) {
                for (var x = 0; x < size; x++) {
                    image.setRGB(x, y, modules.get(x / POINTS, y / POINTS) ? 0 : 0xFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException(
                    "%d characters do not fit into a QR code".formatted(text.length()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written to memory", e);
        }
    }
}
