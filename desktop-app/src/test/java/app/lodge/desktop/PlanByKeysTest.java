package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.encodingplans.EncodingPlans.Line;
import app.lodge.core.encodingplans.EncodingPlans.State;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The editor of encoding plans by its keys: copied, moved, removed, taken back, done again, saved, left
/// (ID-47, ID-49).
@Tag("ID-47")
@Tag("ID-49")
final class PlanByKeysTest {

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
    void openTheEditor() throws Exception {
        screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        screen.fire("#plans-edit");
        screen.shows("#plan-tree");
        Toolkit.run(() -> plans().getSelectionModel().select(lodgeId()));
        screen.keyboardIn("#plan-tree");
    }

    @AfterEach
    void leave() throws Exception {
        Toolkit.run(screen.stage()::close);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Line> plans() {
        return (ComboBox<Line>) screen.node("#plans-plan");
    }

    private Line lodgeId() {
        return plans().getItems().stream()
                .filter(line -> line.plan().reference().equals("lodge-id@1"))
                .findFirst()
                .orElseThrow();
    }

    private TreeView<?> tree() {
        return (TreeView<?>) screen.node("#plan-tree");
    }

    /// Walks down the tree to the file, as somebody with arrow keys does.
    private void walkToTheFile() throws Exception {
        robot.type(KeyCode.HOME);
        for (int down = 0; down < 12 && !Toolkit.call(() -> screen.node("#plan-size") != null); ) {
            screen.strike(KeyCode.DOWN);
            down++;
            Toolkit.settle();
        }
        named("identity");
    }

    /// The form is that of the node of this name.
    private void named(String name) {
        OnScreen.until(() ->
                screen.node("#plan-name") instanceof TextField field
                        && field.getText().equals(name));
    }

    private void stands(int nodes) {
        OnScreen.until(() -> count(tree().getRoot()) == nodes);
    }

    private static int count(TreeItem<?> item) {
        return 1 + item.getChildren().stream().mapToInt(PlanByKeysTest::count).sum();
    }

    @Test
    void aNodeIsCopiedMovedRemovedTakenBackAndDoneAgain() throws Exception {
        walkToTheFile();
        int before = Toolkit.call(() -> count(tree().getRoot()));
        int file = Toolkit.call(() -> count(tree().getSelectionModel().getSelectedItem()));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        named("identity 2");
        stands(before + file);
        int copy = Toolkit.call(() -> place());
        robot.push(KeyCode.ALT, KeyCode.UP);
        OnScreen.until(() -> place() == copy - 1);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        OnScreen.until(() -> place() == copy);

        robot.type(KeyCode.DELETE);
        stands(before);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        stands(before + file);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        stands(before);
    }

    /// Among its like.
    private int place() {
        var item = tree().getSelectionModel().getSelectedItem();
        return item.getParent().getChildren().indexOf(item);
    }

    @Test
    void deleteInATextTakesALetterAndUndoPutsItBack() throws Exception {
        walkToTheFile();
        int before = Toolkit.call(() -> count(tree().getRoot()));
        screen.tabTo("#plan-name");
        robot.type(KeyCode.HOME).type(KeyCode.DELETE);
        named("dentity");
        stands(before);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        named("identity");
    }

    @Test
    void aDraftIsSavedAndTheEditorLeftWithoutTheMouse() throws Exception {
        walkToTheFile();
        robot.push(KeyCode.CONTROL, KeyCode.D);
        named("identity 2");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        OnScreen.until(
                () -> plans().getValue() != null && plans().getValue().state() == State.DRAFT);
        assertThat(Toolkit.call(() -> plans().getValue().plan().reference()))
                .isEqualTo("lodge-id@2");
        robot.type(KeyCode.ESCAPE);
        screen.shows("#plans-edit");
    }
}
