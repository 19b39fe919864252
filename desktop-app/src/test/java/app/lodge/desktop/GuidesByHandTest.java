package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Guides on the drawing board, by keyboard and out of the rulers, with the way back (ID-46, ID-49).
@Tag("ID-46")
@Tag("ID-49")
final class GuidesByHandTest {

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
    void openTheBoard() throws Exception {
        screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        screen.fire("#layout-edit-student");
        screen.shows("#card-canvas");
        Toolkit.run(() -> screen.node("#card-canvas").requestFocus());
        screen.keyboardIn("#card-canvas");
    }

    @AfterEach
    void leave() throws Exception {
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void byKeyboardAGuideIsMadeMovedTakenAwayAndComesBack() throws Exception {
        robot.type(KeyCode.V);
        guides(0, 1);
        double before = Toolkit.call(() -> held().getStartX());
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        OnScreen.until(() -> held().getStartX() > before);
        assertThat(Toolkit.call(() -> held().getStartX() == held().getEndX())).isTrue();

        robot.type(KeyCode.ESCAPE);
        guides(1, 0);
        robot.type(KeyCode.H);
        guides(1, 1);
        robot.type(KeyCode.DELETE);
        guides(1, 0);
        undo();
        guides(2, 0);
    }

    @Test
    void outOfARulerAGuideIsPulledMovedByItsMarkAndPulledOffTheCard() throws Exception {
        drag(at(100, 8), at(100, 90));
        guides(0, 1);
        assertThat(Toolkit.call(() -> held().getStartY())).isBetween(89.0, 91.0);

        drag(at(8, 90), at(8, 140));
        OnScreen.until(() -> Math.abs(held().getStartY() - 140) < 1);

        drag(at(8, 140), at(8, 5));
        guides(0, 0);
        undo();
        guides(1, 0);
    }

    /// Once: a key that is held down too long on a busy machine comes twice.
    private void undo() throws Exception {
        Toolkit.run(() ->
                screen.node("#card-canvas")
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.Z,
                                        false,
                                        true,
                                        false,
                                        false)));
    }

    /// @param kept that are not in hand
    private void guides(int kept, int held) {
        OnScreen.until(() ->
                screen.stage().getScene().getRoot().lookupAll(".canvas-guide-kept").size() == kept
                        && screen.stage()
                                        .getScene()
                                        .getRoot()
                                        .lookupAll(".canvas-guide-held")
                                        .size()
                                == held);
    }

    private Line held() {
        return (Line) screen.node(".canvas-guide-held");
    }

    private Point2D at(double x, double y) throws Exception {
        return Toolkit.call(() -> screen.node("#card-canvas").localToScreen(x, y));
    }

    private void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
    }
}
