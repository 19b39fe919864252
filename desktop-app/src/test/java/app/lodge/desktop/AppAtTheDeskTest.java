package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.Apps.BeginOutcome;
import app.lodge.core.people.PersonId;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// A phone becomes a medium of whoever stands at the card desk, by keyboard alone (ID-07, ID-49).
@Tag("ID-07")
@Tag("ID-49")
final class AppAtTheDeskTest {

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

    private OnScreen desk() throws Exception {
        var screen = OnScreen.signedIn(folder, starter);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.keyboardIn("#carddesk-query");
        robot.write("Kova");
        OnScreen.until(() ->
                screen.node("#carddesk-people") instanceof ListView<?> people
                        && people.getItems().size() == 1);
        robot.type(KeyCode.ENTER);
        screen.shows("#carddesk-app");
        screen.tabTo("#carddesk-app");
        robot.type(KeyCode.SPACE);
        return screen;
    }

    @Test
    void whatItShowsIsTypedAndAWrongCodeIsTypedAgain() throws Exception {
        var screen = desk();
        screen.shows("#app-picture");
        OnScreen.until(() ->
                screen.node("#app-picture") instanceof ImageView picture
                        && picture.getImage().getWidth() > 100);
        assertThat(starter.site.apps.holder).isEqualTo(new PersonId(1));
        screen.tabTo("#app-code");
        robot.write("11112222");
        robot.type(KeyCode.ENTER);
        screen.says("#app-code-problem", "not what the phone shows now");
        assertThat(starter.site.apps.confirmed).isFalse();
        Toolkit.run(() -> ((TextField) screen.node("#app-code")).clear());
        robot.write("4611 9246");
        robot.type(KeyCode.ENTER);
        screen.hides("#app-picture");
        assertThat(starter.site.apps.confirmed).isTrue();
        assertThat(starter.site.apps.begun).isEqualTo(1);
        Toolkit.run(screen.stage()::close);
    }

    @Test
    void whatTheSiteDoesNotAllowIsSaidAndNothingIsShown() throws Exception {
        starter.site.apps.outcome = new BeginOutcome.TooMany(1);
        var screen = desk();
        screen.says("#app-refusal", "1 app is valid already");
        screen.hides("#app-confirm");
        screen.hides("#app-picture");
        robot.type(KeyCode.ESCAPE);
        screen.hides("#sheet-cancel");
        Toolkit.run(screen.stage()::close);
    }
}
