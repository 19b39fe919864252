package app.lodge.desktop.shell;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Notices above everything, beside the keyboard's business. What is done is said in the line of the
/// status bar, where it hides no button; what went wrong stands above it.
final class Toasts extends StackPane implements Notices {

    private static final Duration SHOWN = Duration.seconds(6);
    private static final int AT_MOST = 3;

    /// Room at the right of the line for work under way.
    private static final int FOR_WORK = 250;

    private static final int ABOVE_THE_LINE = 44;

    private final Supplier<Kit> kit;
    private final HBox line = new HBox();
    private final VBox above = new VBox(10);

    Toasts(Supplier<Kit> kit) {
        this.kit = kit;
        line.setAlignment(Pos.BOTTOM_RIGHT);
        line.setPadding(new Insets(0, FOR_WORK, 4, 0));
        above.setAlignment(Pos.BOTTOM_RIGHT);
        above.setPadding(new Insets(0, 20, ABOVE_THE_LINE, 0));
        getChildren().addAll(line, above);
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    /// The newest only: what was done before stands in the lists.
    @Override
    public void done(Message message) {
        var words = Kit.line(kit.get().say(message));
        var notice = toast(words, Feather.CHECK_CIRCLE, Look.Tone.GOOD);
        notice.getStyleClass().add("toast-line");
        line.getChildren().setAll(notice);
        passing(() -> line.getChildren().remove(notice));
    }

    @Override
    public void warn(Message message) {
        var words = Kit.paragraph(kit.get().say(message));
        var notice = toast(words, Feather.ALERT_TRIANGLE, Look.Tone.CAUTION);
        notice.setMaxWidth(420);
        above.getChildren().add(notice);
        if (above.getChildren().size() > AT_MOST) {
            above.getChildren().removeFirst();
        }
        passing(() -> above.getChildren().remove(notice));
    }

    private static HBox toast(Node words, Ikon icon, Look.Tone tone) {
        var toast = Kit.row(10, Kit.icon(icon), words);
        toast.getStyleClass().addAll("toast", tone.styleClass());
        toast.setMaxHeight(Region.USE_PREF_SIZE);
        return toast;
    }

    private static void passing(Runnable remove) {
        var pause = new PauseTransition(SHOWN);
        pause.setOnFinished(_ -> remove.run());
        pause.play();
    }
}
