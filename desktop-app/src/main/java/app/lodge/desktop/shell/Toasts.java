package app.lodge.desktop.shell;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Notices above everything, beside the keyboard's business. What is done is said in the line of the
/// status bar, where it hides no button; what went wrong stands above it.
final class Toasts extends StackPane implements Notices {

    /// One that no text uses, so that it works in the middle of a word.
    static final KeyCodeCombination UNDO = Keys.alt(KeyCode.Z);

    private static final Duration SHOWN = Duration.seconds(6);

    /// Time to read it, think, and take it back.
    private static final Duration OFFERED = Duration.minutes(1);

    private static final int AT_MOST = 3;

    /// Room at the right of the line for work under way.
    private static final int FOR_WORK = 250;

    private static final int ABOVE_THE_LINE = 44;

    private final Supplier<Kit> kit;
    private final HBox line = new HBox();
    private final VBox above = new VBox(10);
    private @Nullable Offer offer;

    private record Offer(HBox notice, Runnable undo) {}

    Toasts(Supplier<Kit> kit) {
        this.kit = kit;
        line.setAlignment(Pos.BOTTOM_RIGHT);
        line.setPadding(new Insets(0, FOR_WORK, 4, 0));
        above.setAlignment(Pos.BOTTOM_RIGHT);
        above.setPadding(new Insets(0, 20, ABOVE_THE_LINE, 0));
        getChildren().addAll(line, above);
        line.setPickOnBounds(false);
        above.setMouseTransparent(true);
        setPickOnBounds(false);
    }

    /// The newest only: what was done before stands in the lists.
    @Override
    public void done(Message message) {
        var notice = inLine(message);
        notice.setMouseTransparent(true);
        stand(notice, SHOWN, null);
    }

    /// The keyboard stays where it is: the button is for the mouse, the key is named on it.
    @Override
    public void done(Message message, Runnable undo) {
        var notice = inLine(message);
        var says = kit.get().text("notice.undo", new KeyNames(kit.get()).of(UNDO));
        var button = new Button(says);
        button.setId("notice-undo");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> takeBack());
        notice.getChildren().add(button);
        notice.setPickOnBounds(false);
        stand(notice, OFFERED, new Offer(notice, undo));
    }

    private HBox inLine(Message message) {
        var words = Kit.line(kit.get().say(message));
        var notice = toast(words, Feather.CHECK_CIRCLE, Look.Tone.GOOD);
        notice.getStyleClass().add("toast-line");
        return notice;
    }

    private void stand(HBox notice, Duration time, @Nullable Offer offered) {
        offer = offered;
        line.getChildren().setAll(notice);
        passing(time, () -> gone(notice));
    }

    private void gone(HBox notice) {
        line.getChildren().remove(notice);
        if (offer != null && offer.notice() == notice) {
            offer = null;
        }
    }

    /// Whether something that was just done can be taken back.
    boolean offers() {
        return offer != null;
    }

    void takeBack() {
        var taken = offer;
        if (taken != null) {
            gone(taken.notice());
            taken.undo().run();
        }
    }

    /// Nobody takes back for somebody else, or past the lock.
    void withdraw() {
        if (offer != null) {
            gone(offer.notice());
        }
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
        passing(SHOWN, () -> above.getChildren().remove(notice));
    }

    private static HBox toast(Node words, Ikon icon, Look.Tone tone) {
        var toast = Kit.row(10, Kit.icon(icon), words);
        toast.getStyleClass().addAll("toast", tone.styleClass());
        toast.setMaxHeight(Region.USE_PREF_SIZE);
        return toast;
    }

    private static void passing(Duration time, Runnable remove) {
        var pause = new PauseTransition(time);
        pause.setOnFinished(_ -> remove.run());
        pause.play();
    }
}
