package app.lodge.desktop.people;

import app.lodge.desktop.people.CameraViewModel.Live;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.cameras.Cameras.Found;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the camera sees, and the button that takes it.
final class CameraView {

    private static final double WIDTH = 640;
    private static final double SHOWN_WIDTH = 560;
    private static final double SHOWN_HEIGHT = 420;

    private final Kit kit;
    private final CameraViewModel model;
    private final ImageView view = new ImageView();

    CameraView(Kit kit, CameraViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var take = kit.primary("camera-take", "camera.take", Feather.CAMERA, model::take);
        take.disableProperty().bind(model.live().isNull());
        var body =
                Kit.column(
                        14,
                        picture(),
                        choice(),
                        Kit.paragraph(kit.text("camera.hint"), Look.SMALL, Look.MUTED));
        var sheet = new Sheet(kit, kit.text("camera.title"), WIDTH, body, model.open());
        Keys.of("keys.camera")
                .on(Keys.key(KeyCode.SPACE), "keys.camera.take", model::take)
                .on(Keys.key(KeyCode.F5), "keys.camera.look", model::look)
                .bindTo(sheet);
        return sheet.primary(take);
    }

    private Node choice() {
        var box = new ComboBox<Found>(model.cameras());
        box.setId("camera-choice");
        box.setAccessibleText(kit.text("camera.choice"));
        box.setPromptText(kit.text("camera.choice"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Found found) {
                        return found == null
                                ? ""
                                : found.name().isEmpty()
                                        ? found.address()
                                        : kit.text("camera.named", found.name(), found.address());
                    }

                    @Override
                    public Found fromString(String text) {
                        throw new UnsupportedOperationException("Cameras are chosen: " + text);
                    }
                });
        model.chosen().subscribe(box::setValue);
        box.setOnAction(_ -> {
            var value = box.getValue();
            if (value != null && !value.equals(model.chosen().get())) {
                model.choose(value);
            }
        });
        var again =
                kit.iconButton("camera-look", "camera.look-again", Feather.REFRESH_CW, model::look);
        HBox.setHgrow(box, Priority.ALWAYS);
        return Kit.row(10, Kit.icon(Feather.VIDEO), box, again);
    }

    private Node picture() {
        view.setPreserveRatio(true);
        view.setFitWidth(SHOWN_WIDTH);
        view.setFitHeight(SHOWN_HEIGHT - 8);
        view.setSmooth(true);
        model.live().subscribe(this::show);
        var said = Kit.paragraph("", Look.MUTED);
        said.setId("camera-said");
        said.setMaxWidth(SHOWN_WIDTH - 80);
        said.setAlignment(Pos.CENTER);
        said.textProperty()
                .bind(
                        model.said()
                                .map(message -> message == null ? "" : kit.say(message))
                                .orElse(""));
        var place = new StackPane(view, said);
        place.setId("camera-picture");
        place.getStyleClass().add("camera-picture");
        place.setMinHeight(SHOWN_HEIGHT);
        place.setPrefHeight(SHOWN_HEIGHT);
        place.setFocusTraversable(true);
        place.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        place.setAccessibleText(kit.text("camera.picture"));
        return place;
    }

    /// The same image as long as the camera keeps its size: only its pixels change.
    private void show(@Nullable Live live) {
        if (live == null) {
            view.setImage(null);
            return;
        }
        int width = live.picture().getWidth();
        int height = live.picture().getHeight();
        var image =
                view.getImage() instanceof WritableImage kept
                                && kept.getWidth() == width
                                && kept.getHeight() == height
                        ? kept
                        : new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        live.argb(),
                        0,
                        width);
        view.setImage(image);
    }
}
