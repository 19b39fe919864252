package app.lodge.desktop.shell;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Notices at the lower right, above everything, beside the keyboard's business.
final class Toasts extends VBox implements Notices {

    private static final Duration SHOWN = Duration.seconds(6);
    private static final int AT_MOST = 4;

    private final Supplier<Kit> kit;

    Toasts(Supplier<Kit> kit) {
        super(10);
        this.kit = kit;
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(0, 20, 52, 0));
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    @Override
    public void done(Message message) {
        show(message, Feather.CHECK_CIRCLE, Look.Tone.GOOD);
    }

    @Override
    public void warn(Message message) {
        show(message, Feather.ALERT_TRIANGLE, Look.Tone.CAUTION);
    }

    private void show(Message message, Ikon icon, Look.Tone tone) {
        var toast = Kit.row(12, Kit.icon(icon), Kit.paragraph(kit.get().say(message)));
        toast.getStyleClass().addAll("toast", tone.styleClass());
        toast.setMaxWidth(420);
        toast.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(toast);
        if (getChildren().size() > AT_MOST) {
            getChildren().removeFirst();
        }
        var pause = new PauseTransition(SHOWN);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        pause.play();
    }
}
