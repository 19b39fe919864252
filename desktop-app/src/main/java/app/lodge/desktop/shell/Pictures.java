package app.lodge.desktop.shell;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// Pictures from bytes, and the round initials that stand where a photograph is missing.
public final class Pictures {

    private Pictures() {}

    public static Image of(byte[] content) {
        return new Image(new ByteArrayInputStream(content));
    }

    /// Initials on a tinted square with round corners.
    public static StackPane initials(String name, double size) {
        var label = new Label(initialsOf(name));
        label.setMinWidth(size);
        label.setAlignment(Pos.CENTER);
        var avatar = new StackPane(label);
        avatar.getStyleClass().addAll(Look.AVATAR, "avatar-" + Math.floorMod(name.hashCode(), 5));
        avatar.setMinSize(size, size);
        avatar.setMaxSize(size, size);
        return avatar;
    }

    /// A photograph with round corners.
    public static ImageView rounded(Image image, double width, double height) {
        var view = new ImageView(image);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setPreserveRatio(false);
        view.setSmooth(true);
        var clip = new Rectangle(width, height);
        clip.setArcWidth(16);
        clip.setArcHeight(16);
        view.setClip(clip);
        return view;
    }

    static String initialsOf(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].isEmpty() ? "·" : words[0].substring(0, 1);
        var last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }
}
