package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.desktop.shell.Appearance;
import app.lodge.desktop.shell.WorkstationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    /// A desktop of the made-up site in English at which somebody has signed in by keyboard.
    ///
    /// @param folder of the workstation's settings
    static OnScreen signedIn(Path folder, FakeStarter starter) throws Exception {
        var settings = WorkstationSettings.read(folder.resolve("workstation.properties"));
        settings.keep(new WorkstationSettings.Values("en", Appearance.Theme.LIGHT, "", ""));
        var screen =
                new OnScreen(
                        Toolkit.call(() -> {
                            var made = new Stage();
                            new LodgeDesktop(
                                            made,
                                            settings,
                                            starter,
                                            _ -> starter.site.station,
                                            InstantSource.fixed(FakePeople.NOW))
                                    .open();
                            made.requestFocus();
                            return made;
                        }));
        screen.keyboardIn("#sign-in-name");
        screen.robot.type(KeyCode.TAB);
        screen.keyboardIn("#sign-in-password");
        screen.robot.write(FakeSite.PASSWORD);
        screen.robot.type(KeyCode.ENTER);
        screen.shows("#start-devices");
        return screen;
    }

    public void shows(String id) {
        until(() -> visible(id));
    }

    public void hides(String id) {
        until(() -> !visible(id));
    }

    /// Presses a button once it is there, wherever it lies.
    public void fire(String id) throws Exception {
        shows(id);
        Toolkit.run(((ButtonBase) node(id))::fire);
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
            strike(KeyCode.TAB);
        }
        keyboardIn(id);
    }

    /// Types a key and waits until the window has had it: the display delivers keys in its own time, and who
    /// looks where a key led before it came types one too many.
    public void strike(KeyCode key) throws Exception {
        var had = new CountDownLatch(1);
        EventHandler<KeyEvent> ear =
                event -> {
                    if (event.getCode() == key) {
                        had.countDown();
                    }
                };
        Toolkit.run(() -> stage.addEventFilter(KeyEvent.KEY_RELEASED, ear));
        try {
            robot.type(key);
            assertThat(had.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the window has had %s", key)
                    .isTrue();
        } finally {
            Toolkit.run(() -> stage.removeEventFilter(KeyEvent.KEY_RELEASED, ear));
        }
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
