package app.lodge.core.people;

import app.lodge.core.books.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Whether bytes are a photograph that a card can carry: a whole JPEG (ISO/IEC 10918-1) of sensible
/// size. Reads the size before any picture, so that a tiny file cannot ask for a huge picture.
final class PhotoCheck {

    static final int MOST_BYTES = 900_000;
    private static final int LEAST_SIDE = 100;
    private static final int MOST_SIDE = 6_000;
    private static final int COARSE = 8;

    private PhotoCheck() {}

    static List<Problem> problems(byte[] jpeg) {
        return problems(jpeg, 0);
    }

    /// @param leastWidth pixels, by the site's rules
    static List<Problem> problems(byte[] jpeg, int leastWidth) {
        if (jpeg.length > MOST_BYTES) {
            return problem(jpeg.length, "people.photo-too-large", MOST_BYTES);
        }
        if (jpeg.length < 4
                || (jpeg[0] & 0xFF) != 0xFF
                || (jpeg[1] & 0xFF) != 0xD8
                || (jpeg[2] & 0xFF) != 0xFF) {
            return problem(jpeg.length, "people.photo-not-jpeg");
        }
        var readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            throw new IllegalStateException("This Java reads no JPEG");
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            return read(reader, jpeg.length, leastWidth);
        } catch (IOException | RuntimeException e) {
            // The JDK's reader throws unchecked exceptions at some malformed segments.
            return problem(jpeg.length, "people.photo-unreadable");
        } finally {
            reader.dispose();
        }
    }

    private static List<Problem> read(ImageReader reader, int bytes, int leastWidth)
            throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
            return problem(
                    width + " × " + height, "people.photo-dimensions", LEAST_SIDE, MOST_SIDE);
        }
        if (width < leastWidth) {
            return problem(width, "people.photo-too-narrow", leastWidth);
        }
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
        var coarse = reader.getDefaultReadParam();
        coarse.setSourceSubsampling(COARSE, COARSE, 0, 0);
        reader.read(0, coarse);
        // "Premature end of input file" comes as a warning: half a face is no photograph.
        return warnings.isEmpty() ? List.of() : problem(bytes, "people.photo-unreadable");
    }

    private static List<Problem> problem(Object value, String key, Object... arguments) {
        return List.of(Problem.of("photo", value, key, arguments));
    }
}
