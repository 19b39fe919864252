package app.lodge.personalization.signatures;

import app.lodge.personalization.signatures.SignaturePicture.SignatureMade;
import app.lodge.personalization.signatures.Strokes.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// A signature of nobody.
public final class Scrawl {

    private Scrawl() {}

    /// Loops from left to right, in the middle of a pad.
    public static Strokes strokes() {
        var line = new ArrayList<Point>();
        for (int step = 0; step <= 120; step++) {
            double turn = step / 120.0 * 12 * Math.PI;
            line.add(new Point(100 + step * 2.5 + 12 * Math.sin(turn), 90 + 40 * Math.cos(turn)));
        }
        return new Strokes(560, 180, List.of(line));
    }

    public static byte[] png() {
        return ((SignatureMade.Ready) SignaturePicture.of(strokes())).png();
    }

    static byte[] file(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
