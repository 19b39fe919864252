package app.lodge.personalization.layouts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// A card's faces as files, pixel for pixel what the printer gets.
public final class FaceFiles {

    /// 300 dpi in dots per metre, as PNG writes it.
    private static final int DOTS_PER_METRE = 11_811;

    private FaceFiles() {}

    /// PNG, 24 bit, 300 dpi.
    public static byte[] png(CardFace face) {
        var image = face.composed();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), null);
            var density = new IIOMetadataNode("pHYs");
            density.setAttribute("pixelsPerUnitXAxis", String.valueOf(DOTS_PER_METRE));
            density.setAttribute("pixelsPerUnitYAxis", String.valueOf(DOTS_PER_METRE));
            density.setAttribute("unitSpecifier", "meter");
            var root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(density);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// PDF, one page of 86.02 × 54.86 mm for each side, the bitmap 1:1 and lossless.
    public static byte[] pdf(CardFaces faces) {
        float width = CardFace.WIDTH * 72f / CardFace.DOTS_PER_INCH;
        float height = CardFace.HEIGHT * 72f / CardFace.DOTS_PER_INCH;
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.setDocumentId(0L);
            for (var face : faces.sides()) {
                var page = new PDPage(new PDRectangle(width, height));
                document.addPage(page);
                var image = LosslessFactory.createFromImage(document, face.composed());
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, width, height);
                }
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Windows bitmap of one plane, uncompressed: 24 bit or 1 bit, as the plane is.
    public static byte[] bmp(BufferedImage plane) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(plane, "bmp", bytes)) {
                throw new IllegalArgumentException(
                        "No bitmap writer takes an image of type %d".formatted(plane.getType()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
