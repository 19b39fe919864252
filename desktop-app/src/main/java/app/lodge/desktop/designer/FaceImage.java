package app.lodge.desktop.designer;

import app.lodge.personalization.layouts.CardFace;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A drawn side as the screen shows it: the very pixels.
final class FaceImage {

    private FaceImage() {}

    static Image of(CardFace face) {
        var image = new WritableImage(CardFace.WIDTH, CardFace.HEIGHT);
        var rgb =
                face.composed()
                        .getRGB(0, 0, CardFace.WIDTH, CardFace.HEIGHT, null, 0, CardFace.WIDTH);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        CardFace.WIDTH,
                        CardFace.HEIGHT,
                        PixelFormat.getIntArgbInstance(),
                        rgb,
                        0,
                        CardFace.WIDTH);
        return image;
    }
}
