package app.lodge.desktop.plans;

import app.lodge.desktop.plans.MemoryMap.Band;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A picture of the chip's memory: one strip for the whole chip, and below a line for each file, block
/// or area with its bytes and who may do what. A line leads to its node.
final class MemoryMapView {

    private final Kit kit;
    private final PlanBoard board;

    MemoryMapView(Kit kit, PlanBoard board) {
        this.kit = kit;
        this.board = board;
    }

    Node of(MemoryMap map) {
        var box = new VBox(14);
        box.setId("plan-memory");
        var words = kit.text("plans.memory", map.used(), Math.max(map.capacity(), 0), free(map));
        var strip = strip(map);
        strip.setAccessibleText(words);
        box.getChildren().addAll(Kit.paragraph(words, Look.STRONG), strip);
        map.bands().forEach(band -> box.getChildren().add(line(band)));
        return box;
    }

    private static int free(MemoryMap map) {
        return Math.max(0, map.capacity() - map.used());
    }

    /// What is neither place nor free is the chip's own: keys, rules, directories.
    private static GridPane strip(MemoryMap map) {
        int places = map.bands().stream().mapToInt(Band::room).sum();
        var strip = new GridPane();
        strip.getStyleClass().add("memory-strip");
        for (var band : map.bands()) {
            segment(strip, "memory-written", Math.min(band.written(), band.room()), map);
            segment(strip, "memory-room", Math.max(0, band.room() - band.written()), map);
        }
        segment(strip, "memory-own", Math.max(0, map.used() - places), map);
        segment(strip, "memory-free", free(map), map);
        return strip;
    }

    private static void segment(GridPane strip, String look, int bytes, MemoryMap map) {
        segment(strip, look, bytes, Math.max(1, Math.max(map.capacity(), map.used())));
    }

    private static void segment(GridPane strip, String look, int bytes, int of) {
        if (bytes > 0) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 * bytes / of);
            strip.getColumnConstraints().add(column);
            var segment = new Region();
            segment.getStyleClass().add(look);
            GridPane.setVgrow(segment, Priority.ALWAYS);
            strip.addRow(0, segment);
        }
    }

    private Node line(Band band) {
        var bar = new GridPane();
        int room = Math.max(1, band.room());
        segment(bar, "memory-written", Math.min(band.written(), room), room);
        segment(bar, "memory-room", Math.max(0, room - band.written()), room);
        bar.getStyleClass().add("memory-bar");
        var figures = kit.text("plans.memory-place", band.written(), band.room());
        var name = new Hyperlink(band.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setAccessibleText(band.name() + ": " + figures + ". " + kit.say(band.access()));
        name.setOnAction(_ -> choose(band));
        var bytes = Kit.line(figures, Look.SMALL);
        bytes.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(
                4,
                Kit.row(12, name, Kit.spacer(), bytes),
                bar,
                Kit.paragraph(kit.say(band.access()), Look.SMALL, Look.MUTED));
    }

    private void choose(Band band) {
        board.outline()
                .all()
                .filter(node -> node.place().equals(band.place()))
                .findFirst()
                .ifPresent(node -> board.chosen().set(node.at()));
    }
}
