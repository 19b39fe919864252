package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Asset;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Pictures from bytes that somebody handed in: whatever they hold, the answer is a picture or
/// none, and no picture so large that it would fill the memory.
public final class PictureReader {

    /// A 100-megapixel picture takes 400 MB; cameras of clerks make less.
    static final long MOST_PIXELS = 60_000_000;

    private PictureReader() {}

    /// Whether nothing can be drawn of what somebody wants to put onto a card.
    public static boolean unreadable(Asset asset) {
        return switch (asset) {
            case Asset.Drawing(String svg) -> drawing(svg).isEmpty();
            case Asset.Pixels pixels -> pixels(pixels.file()).isEmpty();
        };
    }

    /// @param format `JPEG`, `png` … as Java names it
    record Measured(String format, int width, int height) {
        boolean bearable() {
            return (long) width * height <= MOST_PIXELS;
        }
    }

    /// Looks at the header only.
    static Optional<Measured> measure(byte[] file) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Optional.of(
                        new Measured(
                                reader.getFormatName(), reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// PNG or JPEG, as sRGB.
    static Optional<BufferedImage> pixels(byte[] file) {
        if (!measure(file).map(Measured::bearable).orElse(false)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException | RuntimeException _) {
            // The decoders throw whatever a damaged file leads them to.
            return Optional.empty();
        }
    }

    /// SVG; anything that it refers to outside itself stays out.
    static Optional<SVGDocument> drawing(String svg) {
        var context =
                LoaderContext.builder()
                        .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                        .build();
        var bytes = svg.getBytes(StandardCharsets.UTF_8);
        try {
            return Optional.ofNullable(
                    new SVGLoader().load(new ByteArrayInputStream(bytes), null, context));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
