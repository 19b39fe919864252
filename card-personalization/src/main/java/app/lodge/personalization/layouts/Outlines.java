package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Fill;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;

/// Forms and fills in pixels.
final class Outlines {

    private Outlines() {}

    /// @param corner radius in micrometres
    static Shape rectangle(Rectangle box, int corner) {
        if (corner == 0) {
            return box;
        }
        double diameter = 2 * Pixels.length(corner);
        return new RoundRectangle2D.Double(box.x, box.y, box.width, box.height, diameter, diameter);
    }

    static Shape ellipse(Rectangle box) {
        return new Ellipse2D.Double(box.x, box.y, box.width, box.height);
    }

    static Paint paint(Fill fill, Rectangle box) {
        var from = new Color(fill.from(), true);
        if (fill.from() == fill.to()) {
            return from;
        }
        var to = new Color(fill.to(), true);
        int right = box.x + box.width;
        int bottom = box.y + box.height;
        return switch (fill.direction()) {
            case DOWN -> new GradientPaint(box.x, box.y, from, box.x, bottom, to);
            case RIGHT -> new GradientPaint(box.x, box.y, from, right, box.y, to);
            case DIAGONAL -> new GradientPaint(box.x, box.y, from, right, bottom, to);
        };
    }
}
