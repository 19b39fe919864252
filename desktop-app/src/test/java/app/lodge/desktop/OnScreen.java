package app.lodge.desktop;

import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

/// What somebody at the keyboard sees of a window, waited for with a deadline.
public record OnScreen(Stage stage, FxRobot robot) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TABS = 40;

    public OnScreen(Stage stage) {
        this(stage, new FxRobot());
    }

    public void shows(String id) {
        until(() -> visible(id));
    }

    public void hides(String id) {
        until(() -> !visible(id));
    }

    public void keyboardIn(String id) {
        until(() -> holdsKeyboard(id));
    }

    public void says(String id, String words) {
        until(() -> node(id) instanceof Labeled label && label.getText().contains(words));
    }

    /// Goes there with the tab key alone.
    public void tabTo(String id) throws Exception {
        for (int tabs = 0; tabs < TABS && !Toolkit.call(() -> holdsKeyboard(id)); tabs++) {
            robot.type(KeyCode.TAB);
        }
        keyboardIn(id);
    }

    public static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Toolkit.call(condition));
    }

    /// On the screen's thread.
    public Node node(String id) {
        return stage.getScene().getRoot().lookup(id);
    }

    private boolean visible(String id) {
        for (Node at = node(id); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
            if (at == stage.getScene().getRoot()) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsKeyboard(String id) {
        var owner = stage.getScene().getFocusOwner();
        return stage.isFocused() && owner != null && id.equals("#" + owner.getId());
    }
}
