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
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.feather.Feather;

/// Shows a photograph with the area that will be kept, as the face proposes it: dragged with the mouse,
/// or moved with the arrow keys, sized with plus and minus, turned by half degrees with the page keys.
final class CropPhotoView {

    private static final double WIDTH = 640;
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
        var again = kit.button("photo-again", "photo.again", Feather.CAMERA, model::again);
        Kit.showWhen(model.fromCamera(), again);
        var body = Kit.column(14, picture(), size(), tilt(), hint(), remarks());
        return new Sheet(kit, kit.text("photo.title"), WIDTH, body, model.open())
                .action(again)
                .primary(keep);
    }

    private Node picture() {
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
        var preview = new CutPreview(image, picture.width());
        model.framing().subscribe(preview::show);
        var whole = new StackPane(area);
        HBox.setHgrow(whole, Priority.ALWAYS);
        var cut = Kit.column(8, preview.node(), proposal());
        return Kit.row(18, whole, cut);
    }

    private Node proposal() {
        var propose = kit.button("photo-propose", "photo.propose", Feather.USER, model::propose);
        propose.setMaxWidth(Double.MAX_VALUE);
        return propose;
    }

    private void mark(ImageView view, PhotoFraming framing) {
        var kept =
                new Rectangle(
                        framing.x() * scale,
                        framing.y() * scale,
                        framing.width() * scale,
                        framing.height() * scale);
        kept.setRotate(Math.toDegrees(framing.radians()));
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
                .on(Keys.key(KeyCode.PAGE_UP), "keys.photo.left-turn", () -> model.turn(-1))
                .on(Keys.key(KeyCode.PAGE_DOWN), "keys.photo.right-turn", () -> model.turn(1))
                .on(Keys.key(KeyCode.HOME), "keys.photo.propose", model::propose)
                .on(
                        List.of(Keys.key(KeyCode.PLUS), Keys.key(KeyCode.ADD)),
                        "keys.photo.wider",
                        () -> model.widen(2 * STEP))
                .on(
                        List.of(Keys.key(KeyCode.MINUS), Keys.key(KeyCode.SUBTRACT)),
                        "keys.photo.narrower",
                        () -> model.widen(-2 * STEP));
    }

    private Node tilt() {
        double most = PhotoFraming.MOST_TILT / 2.0;
        var slider = new Slider(-most, most, model.framing().get().tilt() / 2.0);
        slider.setId("photo-tilt");
        slider.setAccessibleText(kit.text("photo.tilt"));
        slider.setBlockIncrement(0.5);
        slider.valueProperty()
                .subscribe(value ->
                        model.turn(
                                (int) Math.round(2 * value.doubleValue())
                                        - model.framing().get().tilt()));
        model.framing().subscribe(framing -> slider.setValue(framing.tilt() / 2.0));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        var degrees = Kit.line("", Look.SMALL, Look.MUTED);
        degrees.setId("photo-degrees");
        degrees.setMinWidth(52);
        degrees.textProperty()
                .bind(
                        model.framing()
                                .map(framing -> kit.text("photo.degrees", framing.tilt() / 2.0)));
        return Kit.row(
                12, Kit.icon(Feather.ROTATE_CCW), slider, Kit.icon(Feather.ROTATE_CW), degrees);
    }

    private Node size() {
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
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        return Kit.row(12, Kit.icon(Feather.ZOOM_IN), slider, Kit.icon(Feather.ZOOM_OUT));
    }

    private Node hint() {
        return Kit.paragraph(kit.text("photo.hint"), Look.SMALL, Look.MUTED);
    }

    /// As many lines as there can be, so that the sheet does not jump while the frame is dragged.
    private Node remarks() {
        var words = Kit.paragraph("", Look.SMALL);
        words.setId("photo-remarks");
        words.setMinHeight(66);
        words.setAlignment(Pos.TOP_LEFT);
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
