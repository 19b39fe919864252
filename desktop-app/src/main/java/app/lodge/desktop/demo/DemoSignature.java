package app.lodge.desktop.demo;

import app.lodge.personalization.signatures.SignaturePicture;
import app.lodge.personalization.signatures.SignaturePicture.SignatureMade;
import app.lodge.personalization.signatures.Strokes;
import app.lodge.personalization.signatures.Strokes.Point;
import java.util.ArrayList;
import java.util.List;

/// A drawn signature of nobody, for previews and the demo.
public final class DemoSignature {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 180;

    private DemoSignature() {}

    public static byte[] png() {
        return switch (SignaturePicture.of(strokes())) {
            case SignatureMade.Ready ready -> ready.png();
            case SignatureMade.Refused(var problems) ->
                    throw new IllegalStateException("The demo signature is none: " + problems);
        };
    }

    /// A capital, a row of loops that flattens out, and a stroke below.
    public static Strokes strokes() {
        return new Strokes(WIDTH, HEIGHT, List.of(capital(), loops(), below()));
    }

    private static List<Point> capital() {
        var line = new ArrayList<Point>();
        for (int step = 0; step <= 40; step++) {
            double turn = step / 40.0 * 2 * Math.PI;
            line.add(
                    new Point(
                            60 + 34 * Math.sin(turn) + 14 * Math.sin(2 * turn),
                            84 - 58 * Math.cos(turn)));
        }
        return line;
    }

    private static List<Point> loops() {
        var line = new ArrayList<Point>();
        for (int step = 0; step <= 180; step++) {
            double way = step / 180.0;
            double turn = way * 9 * 2 * Math.PI;
            double size = 26 * (1 - way) + 4;
            line.add(
                    new Point(
                            92 + 380 * way + size * 0.7 * Math.sin(turn),
                            104 - 10 * way - size * Math.cos(turn)));
        }
        return line;
    }

    private static List<Point> below() {
        var line = new ArrayList<Point>();
        for (int step = 0; step <= 30; step++) {
            double way = step / 30.0;
            line.add(new Point(120 + 390 * way, 150 - 22 * Math.sin(way * Math.PI / 2) * way));
        }
        return line;
    }
}
