package app.lodge.desktop.signin;

import app.lodge.desktop.shell.Kit;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What the screens before sign-in share.
final class Entrance {

    private Entrance() {}

    /// Lodge's mark, large.
    static StackPane mark() {
        var mark = new StackPane(Kit.icon(Feather.KEY));
        mark.getStyleClass().add("entrance-mark");
        mark.setMinSize(64, 64);
        mark.setMaxSize(64, 64);
        return mark;
    }
}
