package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Symbology;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads every code back from the finished bitmap before a card is spent on it.
final class BarcodeCheck {

    /// A code that a face should show.
    ///
    /// @param turn quarters clockwise by which it stands turned
    record Expected(String element, Symbology symbology, Rectangle box, int turn, String content) {}

    List<Finding> unreadable(CardFace face, List<Expected> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        var image = face.composed();
        for (var code : codes) {
            if (!read(image, code).equals(Optional.of(code.content()))) {
                findings.add(new Finding.BarcodeUnreadable(code.element(), code.content()));
            }
        }
        return findings;
    }

    private static Optional<String> read(BufferedImage image, Expected code) {
        var box = code.box().intersection(new Rectangle(CardFace.WIDTH, CardFace.HEIGHT));
        if (box.isEmpty()) {
            return Optional.empty();
        }
        var part = Turned.back(image.getSubimage(box.x, box.y, box.width, box.height), code.turn());
        var format =
                switch (code.symbology()) {
                    case CODE_128 -> BarcodeFormat.CODE_128;
                    case QR -> BarcodeFormat.QR_CODE;
                    case PDF417 -> BarcodeFormat.PDF_417;
                    case AZTEC -> BarcodeFormat.AZTEC;
                    case DATA_MATRIX -> BarcodeFormat.DATA_MATRIX;
                };
        var hints =
                Map.of(
                        DecodeHintType.POSSIBLE_FORMATS,
                        List.of(format),
                        DecodeHintType.TRY_HARDER,
                        true);
        var bitmap =
                new BinaryBitmap(
                        new GlobalHistogramBinarizer(new BufferedImageLuminanceSource(part)));
        try {
            return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }
}
