package app.lodge.desktop.people;

import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Sheet;
import app.lodge.desktop.shell.Wording;
import app.lodge.personalization.layouts.PhotoFraming;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.feather.Feather;

/// Shows a photograph with the area that will be kept: dragged with the mouse, or moved with the
/// arrow keys and sized with plus and minus.
final class CropPhotoView {

    private static final double SHOWN = 380;
    private static final int STEP = 10;

    private final Kit kit;
    private final CropPhotoViewModel model;
    private final Pane area = new Pane();
    private double scale = 1;
    private double pressedX;
    private double pressedY;

    CropPhotoView(Kit kit, CropPhotoViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var keep = kit.primary("photo-keep", model.actionKey(), Feather.CHECK, model::keep);
        keep.disableProperty().bind(model.busy());
        var body = Kit.column(14, picture(), size(), hint(), remarks());
        return new Sheet(kit, kit.text("photo.title"), 560, body, model.open()).primary(keep);
    }

    private StackPane picture() {
        var picture = model.picture().get();
        if (picture == null) {
            return new StackPane();
        }
        var image = Pictures.of(picture.content());
        scale = Math.min(SHOWN / picture.width(), SHOWN / picture.height());
        var view = new ImageView(image);
        view.setFitWidth(picture.width() * scale);
        view.setFitHeight(picture.height() * scale);
        area.setMinSize(picture.width() * scale, picture.height() * scale);
        area.setMaxSize(picture.width() * scale, picture.height() * scale);
        area.setId("photo-area");
        area.setFocusTraversable(true);
        area.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        area.setAccessibleText(kit.text("photo.area"));
        model.framing().subscribe(framing -> mark(view, framing));
        area.setOnMousePressed(this::pressed);
        area.setOnMouseDragged(this::dragged);
        keys().bindTo(area);
        area.setOnScroll(event -> model.widen(event.getDeltaY() > 0 ? -4 * STEP : 4 * STEP));
        return new StackPane(area);
    }

    private void mark(ImageView view, PhotoFraming framing) {
        var kept =
                new Rectangle(
                        framing.x() * scale,
                        framing.y() * scale,
                        framing.width() * scale,
                        framing.height() * scale);
        var all = new Rectangle(area.getMinWidth(), area.getMinHeight());
        var shade = Shape.subtract(all, kept);
        shade.getStyleClass().add("crop-shade");
        kept.getStyleClass().add("crop-frame");
        area.getChildren().setAll(view, shade, kept);
    }

    private void pressed(MouseEvent event) {
        area.requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
    }

    private void dragged(MouseEvent event) {
        model.move(
                (int) Math.round((event.getX() - pressedX) / scale),
                (int) Math.round((event.getY() - pressedY) / scale));
        pressedX = event.getX();
        pressedY = event.getY();
    }

    private Keys keys() {
        return Keys.of("keys.photo")
                .on(Keys.key(KeyCode.LEFT), "keys.photo.left", () -> model.move(-STEP, 0))
                .on(Keys.key(KeyCode.RIGHT), "keys.photo.right", () -> model.move(STEP, 0))
                .on(Keys.key(KeyCode.UP), "keys.photo.up", () -> model.move(0, -STEP))
                .on(Keys.key(KeyCode.DOWN), "keys.photo.down", () -> model.move(0, STEP))
                .on(
                        List.of(Keys.key(KeyCode.PLUS), Keys.key(KeyCode.ADD)),
                        "keys.photo.wider",
                        () -> model.widen(2 * STEP))
                .on(
                        List.of(Keys.key(KeyCode.MINUS), Keys.key(KeyCode.SUBTRACT)),
                        "keys.photo.narrower",
                        () -> model.widen(-2 * STEP));
    }

    private javafx.scene.Node size() {
        var picture = model.picture().get();
        int widest = picture == null ? 100 : picture.width();
        var slider =
                new Slider(
                        PhotoFraming.SMALLEST_WIDTH,
                        Math.max(PhotoFraming.SMALLEST_WIDTH + 1, widest),
                        model.framing().get().width());
        slider.setId("photo-size");
        slider.setAccessibleText(kit.text("photo.size"));
        slider.valueProperty()
                .subscribe(value -> model.widen(value.intValue() - model.framing().get().width()));
        javafx.scene.layout.HBox.setHgrow(slider, javafx.scene.layout.Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        return Kit.row(12, Kit.icon(Feather.ZOOM_IN), slider, Kit.icon(Feather.ZOOM_OUT));
    }

    private javafx.scene.Node hint() {
        return Kit.paragraph(kit.text("photo.hint"), Look.SMALL, Look.MUTED);
    }

    /// As many lines as there can be, so that the sheet does not jump while the frame is dragged.
    private javafx.scene.Node remarks() {
        var words = Kit.paragraph("", Look.SMALL);
        words.setId("photo-remarks");
        words.setMinHeight(50);
        words.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.remarks().stream()
                                                .map(remark -> Wording.of(kit.texts(), remark))
                                                .collect(Collectors.joining("\n")),
                                model.remarks()));
        return words;
    }
}
