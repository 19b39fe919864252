package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.operators.Operator;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// What can be undone is done at once, and taken back by one key from wherever the keyboard is; who comes too
/// late is told so.
@Tag("ID-49")
final class UndoByKeysTest {

    private static final Actor SOMEBODY = new Actor(5, "Ida", Role.ADMINISTRATOR, "desk-2");

    @TempDir Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeStarter starter = new FakeStarter();
    private OnScreen screen;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @BeforeEach
    void signIn() throws Exception {
        screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        screen.shows("#operator-deactivate-2");
    }

    @AfterEach
    void leave() throws Exception {
        Toolkit.run(screen.stage()::close);
    }

    @Test
    @Tag("ID-55")
    void anOperatorLetGoByMistakeIsLetInAgainAndTheKeyboardIsNotTaken() throws Exception {
        deactivate();
        assertThat(Toolkit.call(() -> screen.node("#notice-undo").isFocusTraversable())).isFalse();
        assertThat(Toolkit.call(() -> screen.node("#notice-undo").isFocused())).isFalse();

        takeBack();

        screen.shows("#operator-deactivate-2");
        assertThat(jonas().active()).isTrue();
        assertThat(Toolkit.call(() -> screen.node("#notice-undo"))).as("once").isNull();
    }

    @Test
    void theKeyWorksInTheMiddleOfAWordAndStandsInTheMapOfKeys() throws Exception {
        deactivate();
        screen.strike(KeyCode.F1);
        screen.keyboardIn("#key-query");
        robot.write("take back");
        OnScreen.until(() -> "take back".equals(query()));
        OnScreen.until(() -> labels("Take back what was just done") && labels("Alt+Z"));

        takeBack();

        OnScreen.until(() -> jonas().active());
        assertThat(Toolkit.call(this::query)).isEqualTo("take back");
    }

    @Test
    void nobodyTakesBackForWhoHasSignedOut() throws Exception {
        deactivate();
        Toolkit.run(((Button) screen.node("#sign-out"))::fire);
        screen.shows("#sign-in-name");

        takeBack();

        assertThat(Toolkit.call(() -> screen.node("#notice-undo"))).isNull();
        assertThat(jonas().active()).isFalse();
    }

    private void deactivate() throws Exception {
        Toolkit.run(() -> screen.node("#operator-deactivate-2").requestFocus());
        screen.keyboardIn("#operator-deactivate-2");
        screen.strike(KeyCode.SPACE);
        screen.shows("#notice-undo");
        screen.shows("#operator-reactivate-2");
        assertThat(jonas().active()).isFalse();
    }

    /// Once: a key that is held down too long on a busy machine comes twice.
    private void takeBack() throws Exception {
        Toolkit.run(() -> {
            var scene = screen.stage().getScene();
            var owner = scene.getFocusOwner();
            (owner == null ? scene.getRoot() : owner)
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.Z,
                                    false,
                                    false,
                                    true,
                                    false));
        });
    }

    private String query() {
        return ((TextField) screen.node("#key-query")).getText();
    }

    private Operator jonas() {
        return starter.site.doors().operators().list(SOMEBODY).stream()
                .filter(one -> one.id() == 2)
                .findFirst()
                .orElseThrow();
    }

    private boolean labels(String words) {
        return screen.node("#key-map").lookupAll(".table-cell").stream()
                .anyMatch(node -> node instanceof Labeled it && words.equals(it.getText()));
    }
}
