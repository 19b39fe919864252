package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.TextStyle;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/// Fills a set text's outlines, aligned in its box. TOP means that capitals touch the box's top.
final class TextPainter {

    private TextPainter() {}

    static void paint(Graphics2D graphics, TextFit.SetText set, TextStyle style, Rectangle box) {
        double em = Pixels.type(set.size());
        double leading = em * style.leading() / 100;
        double capitals = em * TextFit.CAPITALS / 1000;
        double inked = capitals + leading * Math.max(0, set.lines().size() - 1);
        double base =
                box.y
                        + capitals
                        + switch (style.verticalAlign()) {
                            case TOP -> 0;
                            case MIDDLE -> (box.height - inked) / 2;
                            case BOTTOM -> box.height - inked - em * TextFit.DESCENDERS / 1000;
                        };
        for (var line : set.lines()) {
            var placed = AffineTransform.getTranslateInstance(left(line, em, style, box), base);
            placed.scale(em / CardFonts.UNITS, em / CardFonts.UNITS);
            graphics.fill(line.getOutline(placed));
            base += leading;
        }
    }

    private static double left(TextLayout line, double em, TextStyle style, Rectangle box) {
        double rest = box.width - line.getVisibleAdvance() * em / CardFonts.UNITS;
        return box.x
                + switch (style.align()) {
                    case LEFT -> 0;
                    case CENTRE -> rest / 2;
                    case RIGHT -> rest;
                };
    }
}
