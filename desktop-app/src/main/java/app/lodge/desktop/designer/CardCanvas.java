package app.lodge.desktop.designer;

import static app.lodge.desktop.designer.CanvasScale.RULER;

import app.lodge.desktop.designer.Snapping.Snap;
import app.lodge.desktop.shell.Kit;
import app.lodge.personalization.layouts.CardFace;
import app.lodge.personalization.layouts.Rendering;
import app.lodge.personalization.layouts.model.Box;
import app.lodge.personalization.layouts.model.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The card as it will be printed, with rulers, zones and margins over it, and the handles of what is
/// chosen. The mouse chooses, moves, pulls and frames; nothing of the picture is drawn here.
final class CardCanvas extends Pane {

    private static final double HANDLE = 8;

    /// How near something draws, in pixels of the screen.
    private static final double NEAR = 6;

    private final DesignViewModel model;
    private final DoubleProperty zoom = new SimpleDoubleProperty(0.5);
    private final ImageView picture = new ImageView();
    private final CardMarks marks = new CardMarks();
    private final GuideMouse guides;
    private final Pane handles = new Pane();
    private @Nullable Drag drag;

    /// What the mouse is doing.
    ///
    /// @param corner which handle: 0 the top left one, clockwise to 7; -1 for moving, -2 for framing
    private record Drag(Point2D from, int corner, Box start, Snapping snapping, String stroke) {}

    private static final int MOVING = -1;
    private static final int FRAMING = -2;
    private long strokes;

    CardCanvas(Kit kit, DesignViewModel model) {
        this.model = model;
        this.guides = new GuideMouse(model.guides());
        setId("card-canvas");
        setFocusTraversable(true);
        setAccessibleText(kit.text("designer.canvas"));
        setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("card-canvas");
        picture.setX(RULER);
        picture.setY(RULER);
        picture.setSmooth(true);
        picture.setPreserveRatio(true);
        getChildren().addAll(picture, marks, handles);
        zoom.subscribe(_ -> resized());
        model.drawing().picture().subscribe(this::shown);
        model.front().subscribe(_ -> shown(model.drawing().picture().get()));
        model.history().now().subscribe(_ -> outline(null));
        model.chosen().subscribe(_ -> outline(null));
        model.guides().held().subscribe(_ -> outline(null));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
    }

    /// Pixels of the screen for one of the printer's.
    DoubleProperty zoom() {
        return zoom;
    }

    private void resized() {
        picture.setFitWidth(CardFace.WIDTH * zoom.get());
        setPrefSize(
                CardFace.WIDTH * zoom.get() + 2 * RULER, CardFace.HEIGHT * zoom.get() + 2 * RULER);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        outline(null);
    }

    private void shown(@Nullable Rendering rendering) {
        if (rendering != null) {
            var back = rendering.faces().back();
            picture.setImage(
                    FaceImage.of(
                            model.front().get() || back == null
                                    ? rendering.faces().front()
                                    : back));
        }
        outline(null);
    }

    private CanvasScale scale() {
        return new CanvasScale(zoom.get());
    }

    private void outline(@Nullable Snap snap) {
        var scale = scale();
        marks.draw(
                scale,
                model.layout().zones().stream()
                        .filter(zone -> zone.on(model.front().get()))
                        .map(zone -> zone.box())
                        .toList(),
                snap);
        marks.guides(scale, model.guides().all(), model.guides().held().get());
        handles.getChildren().clear();
        for (var element : model.arrangement().all(model.chosen().get())) {
            handles.getChildren().add(scale.rectangle(element.frame().box(), "canvas-chosen"));
        }
        model.only()
                .filter(each -> !each.frame().locked())
                .ifPresent(each -> handles(each.frame().box()));
    }

    private void handles(Box box) {
        for (int corner = 0; corner < 8; corner++) {
            var at = handle(box, corner);
            var square =
                    new Rectangle(at.getX() - HANDLE / 2, at.getY() - HANDLE / 2, HANDLE, HANDLE);
            square.getStyleClass().add("canvas-handle");
            square.setCursor(cursor(corner));
            int pulled = corner;
            square.setOnMousePressed(event -> {
                begin(event, pulled, box);
                event.consume();
            });
            handles.getChildren().add(square);
        }
    }

    private static Cursor cursor(int corner) {
        return switch (corner) {
            case 0, 4 -> Cursor.NW_RESIZE;
            case 2, 6 -> Cursor.NE_RESIZE;
            case 1, 5 -> Cursor.V_RESIZE;
            default -> Cursor.H_RESIZE;
        };
    }

    private static boolean left(int corner) {
        return corner == 0 || corner == 6 || corner == 7;
    }

    private static boolean right(int corner) {
        return corner >= 2 && corner <= 4;
    }

    private static boolean top(int corner) {
        return corner >= 0 && corner <= 2;
    }

    private static boolean bottom(int corner) {
        return corner >= 4 && corner <= 6;
    }

    private Point2D handle(Box box, int corner) {
        int px = left(corner) ? 0 : right(corner) ? box.width() : box.width() / 2;
        int py = top(corner) ? 0 : bottom(corner) ? box.height() : box.height() / 2;
        var scale = scale();
        return new Point2D(scale.x(box.x() + px), scale.y(box.y() + py));
    }

    private void begin(MouseEvent event, int corner, Box start) {
        requestFocus();
        var others =
                model.side().elements().stream()
                        .filter(each -> !model.chosen().get().contains(each.frame().id()))
                        .map(each -> each.frame().box())
                        .toList();
        drag =
                new Drag(
                        new Point2D(event.getX(), event.getY()),
                        corner,
                        start,
                        Snapping.to(others, model.side().guides()),
                        "drag" + ++strokes);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        var scale = scale();
        if (event.getButton() != MouseButton.PRIMARY
                || drag != null
                || guides.pressed(event, scale)) {
            return;
        }
        var hit = model.arrangement().at(scale.across(event.getX()), scale.down(event.getY()));
        if (hit.isEmpty()) {
            model.choose(Set.of());
            begin(event, FRAMING, new Box(0, 0, 1, 1));
            return;
        }
        var id = hit.get().frame().id();
        if (event.isShiftDown() || event.isShortcutDown()) {
            model.alsoChoose(id);
        } else if (event.getClickCount() == 2) {
            model.choose(Set.of(id)); // out of its group
        } else if (!model.chosen().get().contains(id)) {
            model.chooseWhole(id);
        }
        var chosen = model.arrangement().all(model.chosen().get());
        if (!chosen.isEmpty()) {
            begin(event, MOVING, Arrangement.hull(chosen));
        }
    }

    private void dragged(MouseEvent event) {
        var scale = scale();
        var now = drag;
        if (guides.dragged(event, scale) || now == null) {
            return;
        }
        int dx = scale.across(event.getX()) - scale.across(now.from().getX());
        int dy = scale.down(event.getY()) - scale.down(now.from().getY());
        int tolerance = event.isAltDown() ? -1 : scale.length(NEAR);
        switch (now.corner()) {
            case FRAMING -> frame(now, event);
            case MOVING -> move(now, dx, dy, tolerance);
            default -> pull(now, dx, dy, tolerance);
        }
    }

    private void move(Drag now, int dx, int dy, int tolerance) {
        var start = now.start();
        var there = new Box(start.x() + dx, start.y() + dy, start.width(), start.height());
        var snap = now.snapping().snap(there, tolerance);
        var at = Arrangement.hull(model.arrangement().all(model.chosen().get()));
        model.move(there.x() + snap.dx() - at.x(), there.y() + snap.dy() - at.y(), now.stroke());
        outline(snap);
    }

    private void pull(Drag now, int dx, int dy, int tolerance) {
        var start = now.start();
        var lines = now.snapping();
        int west = start.x();
        int north = start.y();
        int east = start.x() + start.width();
        int south = start.y() + start.height();
        int corner = now.corner();
        if (left(corner)) {
            west = Math.min(lines.edge(west + dx, lines.across(), tolerance), east - 500);
        }
        if (right(corner)) {
            east = Math.max(lines.edge(east + dx, lines.across(), tolerance), west + 500);
        }
        if (top(corner)) {
            north = Math.min(lines.edge(north + dy, lines.down(), tolerance), south - 500);
        }
        if (bottom(corner)) {
            south = Math.max(lines.edge(south + dy, lines.down(), tolerance), north + 500);
        }
        var box = new Box(west, north, east - west, south - north);
        model.only().ifPresent(each -> model.resize(each.frame().id(), box, now.stroke()));
    }

    private void frame(Drag now, MouseEvent event) {
        var scale = scale();
        var framed =
                new Box(
                        scale.across(Math.min(now.from().getX(), event.getX())),
                        scale.down(Math.min(now.from().getY(), event.getY())),
                        Math.max(
                                1,
                                Math.abs(
                                        scale.across(event.getX())
                                                - scale.across(now.from().getX()))),
                        Math.max(
                                1,
                                Math.abs(
                                        scale.down(event.getY()) - scale.down(now.from().getY()))));
        model.choose(
                inside(framed, model.side().elements()).stream()
                        .map(each -> each.frame().id())
                        .collect(Collectors.toSet()));
        marks.frame(scale, framed);
    }

    private static List<Element> inside(Box framed, List<Element> all) {
        return all.stream()
                .filter(each -> !each.frame().locked() && framed.holds(each.frame().box()))
                .toList();
    }

    private void released(MouseEvent event) {
        drag = null;
        guides.released();
        model.history().lift();
        outline(null);
    }
}
