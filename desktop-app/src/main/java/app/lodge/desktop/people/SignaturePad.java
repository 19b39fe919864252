package app.lodge.desktop.people;

import app.lodge.personalization.signatures.Strokes;
import app.lodge.personalization.signatures.Strokes.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What a pen or mouse wrote, in the units of the screen: one list of points for each time it was down.
public final class SignaturePad {

    static final double WIDTH = 560;
    static final double HEIGHT = 180;

    private final ObjectProperty<List<List<Point>>> lines = new SimpleObjectProperty<>(List.of());

    public ObjectProperty<List<List<Point>>> lines() {
        return lines;
    }

    Strokes strokes() {
        return new Strokes(WIDTH, HEIGHT, lines.get());
    }

    /// The pen goes down.
    public void press(double x, double y) {
        var more = new ArrayList<>(lines.get());
        more.add(List.of(on(x, y)));
        lines.set(List.copyOf(more));
    }

    /// The pen moves while it is down.
    public void draw(double x, double y) {
        if (lines.get().isEmpty()) {
            return;
        }
        var more = new ArrayList<>(lines.get());
        var line = new ArrayList<>(more.removeLast());
        line.add(on(x, y));
        more.add(List.copyOf(line));
        lines.set(List.copyOf(more));
    }

    private static Point on(double x, double y) {
        return new Point(Math.clamp(x, 0, WIDTH), Math.clamp(y, 0, HEIGHT));
    }

    /// Takes the last stroke back.
    public void back() {
        var all = lines.get();
        if (!all.isEmpty()) {
            lines.set(List.copyOf(all.subList(0, all.size() - 1)));
        }
    }

    public void clear() {
        lines.set(List.of());
    }
}
