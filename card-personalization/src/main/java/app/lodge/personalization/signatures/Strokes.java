package app.lodge.personalization.signatures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// What a pen or mouse drew, one list of points for each time it was down, smoothed as it is painted:
/// each piece is a curve from middle to middle of what the pad noted, so that no corner of a slow
/// device shows.
///
/// @param width of the pad, in its own units
public record Strokes(double width, double height, List<List<Point>> lines) {

    /// Pixels of the picture for each unit of the pad.
    private static final double SCALE = 2;

    private static final float PEN = 2.4f;
    private static final Color INK = new Color(0x10, 0x1E, 0x3C);

    public Strokes {
        if (!(width >= 1 && width <= 2_000 && height >= 1 && height <= 2_000)) {
            throw new IllegalArgumentException(
                    "A pad of %s × %s is outside 1 to 2000".formatted(width, height));
        }
        lines = lines.stream().map(List::copyOf).toList();
    }

    public record Point(double x, double y) {}

    /// One piece of a smoothed line, for whoever paints it elsewhere.
    ///
    /// @param from where it begins
    /// @param bend what it bends towards
    public record Curve(Point from, Point bend, Point to) {}

    /// The pieces of a line; one point alone is a dot, whose piece has no length.
    public static List<Curve> curves(List<Point> line) {
        if (line.isEmpty()) {
            return List.of();
        }
        var curves = new ArrayList<Curve>();
        var from = line.getFirst();
        for (int at = 1; at < line.size() - 1; at++) {
            var bend = line.get(at);
            var to = between(bend, line.get(at + 1));
            curves.add(new Curve(from, bend, to));
            from = to;
        }
        curves.add(new Curve(from, line.getLast(), line.getLast()));
        return List.copyOf(curves);
    }

    private static Point between(Point one, Point other) {
        return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
    }

    public boolean blank() {
        return lines.stream().allMatch(List::isEmpty);
    }

    /// Dark on white.
    public BufferedImage painted() {
        var image =
                new BufferedImage(
                        (int) Math.ceil(width * SCALE),
                        (int) Math.ceil(height * SCALE),
                        BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SCALE, SCALE);
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var line : lines) {
            var path = new Path2D.Double();
            for (var curve : curves(line)) {
                path.moveTo(curve.from().x(), curve.from().y());
                path.quadTo(curve.bend().x(), curve.bend().y(), curve.to().x(), curve.to().y());
            }
            pen.draw(path);
        }
        pen.dispose();
        return image;
    }
}
