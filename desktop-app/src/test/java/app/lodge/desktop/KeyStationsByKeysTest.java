package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The stations of a contact key, from its line at the card desk, by keyboard alone (KEY-05, ID-49).
@Tag("KEY-05")
@Tag("ID-49")
final class KeyStationsByKeysTest {

    @TempDir Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeStarter starter = new FakeStarter();

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void aStationIsTakenAwayAndAnotherTypedByKeyboard() throws Exception {
        starter.site.media.hold(FakeKeys.key(2524, 1).medium());
        var screen = desk();
        robot.write("Kova");
        OnScreen.until(() ->
                screen.node("#carddesk-people") instanceof ListView<?> people
                        && people.getItems().size() == 1);
        robot.type(KeyCode.ENTER);
        screen.shows("#key-file-901");
        screen.tabTo("#key-file-901");
        robot.type(KeyCode.SPACE);
        screen.shows("#key-file-holders");

        screen.tabTo("#key-file-at-0");
        robot.type(KeyCode.SPACE);
        screen.tabTo("#key-file-another");
        robot.write("Lindenhof 7");
        robot.type(KeyCode.ENTER);
        OnScreen.until(() ->
                screen.node("#key-file-at-3") instanceof CheckBox box
                        && box.getText().equals("Lindenhof 7")
                        && box.isSelected());
        assertThat(starter.site.contactKeys.present())
                .as("not before it is saved")
                .containsExactly("Hauptstrasse 5", "Seeweg 2");
        screen.tabTo("#key-file-save");
        robot.type(KeyCode.SPACE);
        screen.says("#key-file-said", "02524");
        assertThat(starter.site.contactKeys.present()).containsExactly("Lindenhof 7", "Seeweg 2");
        robot.type(KeyCode.ESCAPE);
        screen.hides("#key-file-holders");
        Toolkit.run(screen.stage()::close);
    }

    private OnScreen desk() throws Exception {
        var screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.keyboardIn("#carddesk-query");
        return screen;
    }
}
