package app.lodge.personalization.signatures;

import app.lodge.core.books.Problem;
import app.lodge.personalization.layouts.Paper;
import app.lodge.personalization.layouts.PhotoCrop;
import app.lodge.personalization.layouts.PhotoCrop.PictureOutcome;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Makes a signature for the card of whatever came: a scan, a photograph of a sheet, or strokes. The
/// empty paper around it is cut off, it gets a size that prints sharply, and is kept as PNG without
/// what a camera noted (ID-46).
public final class SignaturePicture {

    /// Twice what the whole card's width would print.
    private static final int WIDEST = 1_400;

    private static final int TALLEST = 700;
    private static final int LEAST = 16;

    private SignaturePicture() {}

    public sealed interface SignatureMade {

        /// @param png as the books take it
        record Ready(byte[] png, int width, int height) implements SignatureMade {
            public Ready {
                png = png.clone();
            }

            @Override
            public byte[] png() {
                return png.clone();
            }
        }

        record Refused(List<Problem> problems) implements SignatureMade {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// @param file PNG or JPEG
    public static SignatureMade of(byte[] file) {
        return switch (new PhotoCrop().upright(file)) {
            case PictureOutcome.Rejected(var problems) -> new SignatureMade.Refused(problems);
            case PictureOutcome.Upright(var image) -> of(image);
        };
    }

    public static SignatureMade of(Strokes strokes) {
        return strokes.blank() ? blank() : of(strokes.painted());
    }

    private static SignatureMade of(BufferedImage picture) {
        var opaque = Paper.opaque(picture);
        return written(opaque).map(part -> ready(opaque, part)).orElseGet(SignaturePicture::blank);
    }

    private static SignatureMade blank() {
        return new SignatureMade.Refused(
                List.of(Problem.of("signature", "", "signatures.nothing-written")));
    }

    /// Where something is written, with a little paper around it.
    private static Optional<Rectangle> written(BufferedImage picture) {
        var paper = Paper.of(picture);
        if (!paper.written()) {
            return Optional.empty();
        }
        int width = picture.getWidth();
        int left = width;
        int top = picture.getHeight();
        int right = -1;
        int bottom = -1;
        var row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                if (paper.coverage(row[x]) >= 128) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (right < 0) {
            return Optional.empty();
        }
        int edge = 2 + Math.max(right - left, bottom - top) / 50;
        var found = new Rectangle(left, top, right - left + 1, bottom - top + 1);
        found.grow(edge, edge);
        return Optional.of(found.intersection(new Rectangle(width, picture.getHeight())));
    }

    private static SignatureMade ready(BufferedImage picture, Rectangle part) {
        var paper = Paper.of(picture);
        double factor =
                Math.min(1, Math.min((double) WIDEST / part.width, (double) TALLEST / part.height));
        int width = Math.max(LEAST, (int) Math.round(part.width * factor));
        int height = Math.max(LEAST, (int) Math.round(part.height * factor));
        var sized = Paper.scaled(picture, part, width, height);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(cleaned(sized, paper), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory failed", e);
        }
        return new SignatureMade.Ready(out.toByteArray(), width, height);
    }

    /// The paper white, the ink black; which colour it is printed in is the layout's.
    private static BufferedImage cleaned(BufferedImage picture, Paper paper) {
        var grey =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                grey.getRaster().setSample(x, y, 0, 255 - paper.coverage(picture.getRGB(x, y)));
            }
        }
        return grey;
    }
}
