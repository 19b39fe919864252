package app.lodge.desktop.people;

import app.lodge.desktop.people.SignatureViewModel.Standing;
import app.lodge.desktop.shell.FileDrop;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import app.lodge.desktop.shell.Sheet;
import app.lodge.personalization.signatures.Strokes;
import app.lodge.personalization.signatures.Strokes.Point;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.kordamp.ikonli.feather.Feather;

/// The pad to write on with pen or mouse, a file instead, and the signature that is printed now.
final class SignatureView {

    private static final double WIDTH = 640;
    private static final double SHOWN_WIDTH = 220;
    private static final double SHOWN_HEIGHT = 64;

    private final Kit kit;
    private final SignatureViewModel model;
    private final Canvas canvas = new Canvas(SignaturePad.WIDTH, SignaturePad.HEIGHT);

    SignatureView(Kit kit, SignatureViewModel model) {
        this.kit = kit;
        this.model = model;
    }

    Sheet sheet() {
        var body = Kit.column(14);
        if (model.mayChange()) {
            body.getChildren()
                    .addAll(
                            pad(),
                            tools(),
                            kit.message(model.problem(), "banner", "tone-caution"),
                            Kit.paragraph(kit.text("signature.hint"), Look.SMALL, Look.MUTED));
        }
        body.getChildren().add(kept());
        var title = kit.text("signature.title", model.whose());
        var sheet = new Sheet(kit, title, WIDTH, body, model.open());
        if (!model.mayChange()) {
            return sheet.informing();
        }
        var keep = kit.primary("signature-keep", "signature.keep", Feather.CHECK, model::keep);
        keep.disableProperty().bind(model.busy());
        return sheet.primary(keep);
    }

    private Node pad() {
        var picture = new ImageView();
        picture.setPreserveRatio(true);
        picture.setFitWidth(SignaturePad.WIDTH - 40);
        picture.setFitHeight(SignaturePad.HEIGHT - 40);
        model.fromFile()
                .subscribe(made -> picture.setImage(made == null ? null : Pictures.of(made.png())));
        model.pad().lines().subscribe(this::paint);
        var pad = new StackPane(picture, canvas);
        pad.setId("signature-pad");
        pad.getStyleClass().add("signature-pad");
        pad.setMaxSize(SignaturePad.WIDTH, SignaturePad.HEIGHT);
        pad.setMinSize(SignaturePad.WIDTH, SignaturePad.HEIGHT);
        pad.setFocusTraversable(true);
        pad.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pad.setAccessibleText(kit.text("signature.pad"));
        canvas.setOnMousePressed(event -> {
            pad.requestFocus();
            model.pad().press(event.getX(), event.getY());
        });
        canvas.setOnMouseDragged(event -> model.pad().draw(event.getX(), event.getY()));
        FileDrop.onto(pad, model::dropped);
        return pad;
    }

    private void paint(List<List<Point>> lines) {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setStroke(Color.web("#101e3c"));
        pen.setLineWidth(2.4);
        pen.setLineCap(StrokeLineCap.ROUND);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        for (var line : lines) {
            pen.beginPath();
            for (var curve : Strokes.curves(line)) {
                pen.moveTo(curve.from().x(), curve.from().y());
                pen.quadraticCurveTo(
                        curve.bend().x(), curve.bend().y(), curve.to().x(), curve.to().y());
            }
            pen.stroke();
        }
    }

    private Node tools() {
        var empty =
                Bindings.createBooleanBinding(
                        () -> model.pad().lines().get().isEmpty() && model.fromFile().get() == null,
                        model.pad().lines(),
                        model.fromFile());
        var file = kit.button("signature-file", "signature.file", Feather.FILE, model::choose);
        var back =
                kit.button(
                        "signature-back",
                        "signature.back",
                        Feather.CORNER_UP_LEFT,
                        model.pad()::back);
        back.disableProperty().bind(model.pad().lines().map(List::isEmpty));
        var clear = kit.button("signature-clear", "signature.clear", Feather.X, model::clear);
        clear.disableProperty().bind(empty);
        var tools = Kit.row(10, file, Kit.spacer(), back, clear);
        tools.setMaxWidth(SignaturePad.WIDTH);
        return tools;
    }

    /// What is printed now.
    private Node kept() {
        var place = new HBox(14);
        place.setId("signature-kept");
        place.setAlignment(Pos.CENTER_LEFT);
        model.standing().subscribe(now -> show(place, now));
        return place;
    }

    private void show(HBox place, Standing now) {
        var printed = now.printed();
        var last = now.last();
        var image = now.image();
        if (printed != null && image != null) {
            var view = new ImageView(Pictures.of(image));
            view.setPreserveRatio(true);
            view.setFitWidth(SHOWN_WIDTH);
            view.setFitHeight(SHOWN_HEIGHT);
            var paper = new StackPane(view);
            paper.getStyleClass().add("signature-pad");
            paper.setMinSize(SHOWN_WIDTH + 16, SHOWN_HEIGHT + 16);
            var since =
                    Kit.paragraph(
                            kit.text("signature.printed", kit.time(printed.takenAt())), Look.SMALL);
            place.getChildren().setAll(paper, since);
        } else {
            place.getChildren()
                    .setAll(Kit.paragraph(kit.text("signature.none"), Look.SMALL, Look.MUTED));
        }
        if (!model.mayChange()) {
            return;
        }
        place.getChildren().add(Kit.spacer());
        if (printed != null) {
            place.getChildren()
                    .add(
                            kit.button(
                                    "signature-take-away",
                                    "signature.take-away",
                                    Feather.TRASH_2,
                                    model::takeAway));
        } else if (last != null) {
            place.getChildren()
                    .add(
                            kit.button(
                                    "signature-put-back",
                                    "signature.put-back",
                                    Feather.CORNER_UP_LEFT,
                                    model::putBack));
        }
    }
}
