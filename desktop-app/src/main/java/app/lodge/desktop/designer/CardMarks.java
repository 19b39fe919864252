package app.lodge.desktop.designer;

import static app.lodge.desktop.designer.CanvasScale.RULER;

import app.lodge.desktop.designer.Snapping.Snap;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Guides;
import app.lodge.personalization.layouts.model.Guides.Guide;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What lies over the card and is not printed: rulers in millimetres, the safe margin, zones to leave
/// free, and the lines along which something lies. The mouse goes through it.
final class CardMarks extends Pane {

    CardMarks() {
        setMouseTransparent(true);
    }

    /// @param zones of the side that is shown
    /// @param snap along which lines something lies; null for none
    void draw(CanvasScale scale, List<Box> zones, @Nullable Snap snap) {
        getChildren().clear();
        rulers(scale);
        add(scale, new Box(0, 0, Box.CARD_WIDTH, Box.CARD_HEIGHT), "canvas-card");
        add(
                scale,
                new Box(
                        Box.SAFE,
                        Box.SAFE,
                        Box.CARD_WIDTH - 2 * Box.SAFE,
                        Box.CARD_HEIGHT - 2 * Box.SAFE),
                "canvas-safe");
        zones.forEach(zone -> add(scale, zone, "canvas-zone"));
        if (snap != null) {
            snap.across().forEach(at -> guide(scale.x(at), RULER, scale.x(at), scale.bottom()));
            snap.down().forEach(at -> guide(RULER, scale.y(at), scale.right(), scale.y(at)));
        }
    }

    /// Guides, each with its mark in a ruler; the one in hand stands out.
    void guides(CanvasScale scale, Guides all, @Nullable Guide held) {
        for (var each : all.all()) {
            double at = each.upright() ? scale.x(each.at()) : scale.y(each.at());
            var line =
                    each.upright()
                            ? new Line(at, RULER, at, scale.bottom())
                            : new Line(RULER, at, scale.right(), at);
            var mark =
                    each.upright()
                            ? new Polygon(at - 4, RULER - 8, at + 4, RULER - 8, at, RULER)
                            : new Polygon(RULER - 8, at - 4, RULER - 8, at + 4, RULER, at);
            line.getStyleClass().add(each.equals(held) ? "canvas-guide-held" : "canvas-guide-kept");
            mark.getStyleClass().add("canvas-guide-mark");
            getChildren().addAll(line, mark);
        }
    }

    /// What the mouse frames.
    void frame(CanvasScale scale, Box framed) {
        add(scale, framed, "canvas-chosen");
    }

    private void add(CanvasScale scale, Box box, String style) {
        getChildren().add(scale.rectangle(box, style));
    }

    private void guide(double x1, double y1, double x2, double y2) {
        var line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add("canvas-guide");
        getChildren().add(line);
    }

    private void rulers(CanvasScale scale) {
        for (int mm = 0; mm <= Box.CARD_WIDTH / 1_000; mm++) {
            tick(scale.x(mm * 1_000), mm, true);
        }
        for (int mm = 0; mm <= Box.CARD_HEIGHT / 1_000; mm++) {
            tick(scale.y(mm * 1_000), mm, false);
        }
    }

    private void tick(double at, int mm, boolean horizontal) {
        double length = mm % 10 == 0 ? 9 : mm % 5 == 0 ? 6 : 3;
        var line =
                horizontal
                        ? new Line(at, RULER - 2 - length, at, RULER - 2)
                        : new Line(RULER - 2 - length, at, RULER - 2, at);
        line.getStyleClass().add("canvas-tick");
        getChildren().add(line);
        if (mm % 10 == 0) {
            var text =
                    new Text(
                            horizontal ? at + 2 : 0, horizontal ? 9 : at - 2, Integer.toString(mm));
            text.getStyleClass().add("canvas-number");
            getChildren().add(text);
        }
    }
}
