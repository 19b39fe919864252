package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Guides;
import java.util.ArrayList;
import java.util.List;

/// Draws a moving box to what lies near: edges and middle of the card, its safe margin, and the
/// edges and middles of other elements, and guides.
///
/// @param across positions of vertical lines, micrometres from the left
/// @param down positions of horizontal lines, micrometres from the top
record Snapping(List<Integer> across, List<Integer> down) {

    /// How a box should be shifted, and along which lines it then lies.
    ///
    /// @param across vertical lines to show
    /// @param down horizontal lines to show
    record Snap(int dx, int dy, List<Integer> across, List<Integer> down) {}

    static Snapping to(List<Box> others, Guides guides) {
        var across = new ArrayList<Integer>();
        var down = new ArrayList<Integer>();
        var card = new Box(0, 0, Box.CARD_WIDTH, Box.CARD_HEIGHT);
        var safe =
                new Box(
                        Box.SAFE,
                        Box.SAFE,
                        Box.CARD_WIDTH - 2 * Box.SAFE,
                        Box.CARD_HEIGHT - 2 * Box.SAFE);
        for (var box : others) {
            lines(box, across, down);
        }
        lines(card, across, down);
        lines(safe, across, down);
        across.addAll(guides.across());
        down.addAll(guides.down());
        return new Snapping(List.copyOf(across), List.copyOf(down));
    }

    private static void lines(Box box, List<Integer> across, List<Integer> down) {
        across.addAll(List.of(box.x(), box.x() + box.width() / 2, box.x() + box.width()));
        down.addAll(List.of(box.y(), box.y() + box.height() / 2, box.y() + box.height()));
    }

    /// @param tolerance micrometres
    Snap snap(Box box, int tolerance) {
        int dx =
                nearest(
                        List.of(box.x(), box.x() + box.width() / 2, box.x() + box.width()),
                        across,
                        tolerance);
        int dy =
                nearest(
                        List.of(box.y(), box.y() + box.height() / 2, box.y() + box.height()),
                        down,
                        tolerance);
        var there = new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
        return new Snap(
                dx, dy, on(there.x(), there.width(), across), on(there.y(), there.height(), down));
    }

    /// For one edge that is pulled.
    int edge(int at, List<Integer> lines, int tolerance) {
        return at + nearest(List.of(at), lines, tolerance);
    }

    private static int nearest(List<Integer> own, List<Integer> lines, int tolerance) {
        int best = 0;
        int distance = tolerance + 1;
        for (int mine : own) {
            for (int line : lines) {
                if (Math.abs(line - mine) < distance) {
                    distance = Math.abs(line - mine);
                    best = line - mine;
                }
            }
        }
        return best;
    }

    private static List<Integer> on(int start, int length, List<Integer> lines) {
        return lines.stream()
                .filter(line ->
                        line == start || line == start + length / 2 || line == start + length)
                .distinct()
                .toList();
    }
}
