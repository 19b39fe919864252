package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Whether bytes are a signature that a card can carry: a whole PNG or JPEG of sensible size. Reads the
/// size before any picture, so that a tiny file cannot ask for a huge picture. No drawing that could refer
/// to something outside itself.
final class SignatureCheck {

    static final int MOST_BYTES = 900_000;
    private static final int LEAST_SIDE = 16;
    private static final int MOST_SIDE = 6_000;
    private static final int COARSE = 8;

    private SignatureCheck() {}

    static List<Problem> problems(byte[] image) {
        if (image.length > MOST_BYTES) {
            return problem(image.length, "people.signature-too-large", MOST_BYTES);
        }
        var format = format(image);
        if (format.isEmpty()) {
            return problem(image.length, "people.signature-no-picture");
        }
        var readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException(
                    "This Java reads no " + format.toUpperCase(Locale.ROOT));
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            return read(reader, image.length);
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw unchecked exceptions at some malformed files.
            return problem(image.length, "people.signature-unreadable");
        } finally {
            reader.dispose();
        }
    }

    /// By the first bytes; empty for anything else.
    private static String format(byte[] image) {
        if (image.length > 8
                && (image[0] & 0xFF) == 0x89
                && image[1] == 'P'
                && image[2] == 'N'
                && image[3] == 'G') {
            return "png";
        }
        return image.length > 3
                        && (image[0] & 0xFF) == 0xFF
                        && (image[1] & 0xFF) == 0xD8
                        && (image[2] & 0xFF) == 0xFF
                ? "jpeg"
                : "";
    }

    private static List<Problem> read(ImageReader reader, int bytes) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
            return problem(
                    width + " × " + height, "people.signature-dimensions", LEAST_SIDE, MOST_SIDE);
        }
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
        var coarse = reader.getDefaultReadParam();
        coarse.setSourceSubsampling(Math.min(COARSE, width), Math.min(COARSE, height), 0, 0);
        reader.read(0, coarse);
        // A picture that ends in the middle comes as a warning: half a name is no signature.
        return warnings.isEmpty() ? List.of() : problem(bytes, "people.signature-unreadable");
    }

    private static List<Problem> problem(Object value, String key, Object... arguments) {
        return List.of(Problem.of("signature", value, key, arguments));
    }
}
