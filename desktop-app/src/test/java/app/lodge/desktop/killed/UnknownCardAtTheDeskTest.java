package app.lodge.desktop.killed;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *What is this card?* on the virtual reader, over the real bridge: nobody has what lies there, and it
/// becomes somebody's by keyboard alone.
@Tag("ID-07")
@Tag("ID-47")
class UnknownCardAtTheDeskTest {

    @TempDir static Path folder;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterAll
    static void closeWindows() {
        Toolkit.closeAll();
    }

    @Test
    void whatNobodyHasIsGivenToWhomIsNamedThere() throws Exception {
        try (var site = new SiteWithDesks(folder.resolve("site"))) {
            var person = site.person("Quist");
            var screen = Desk.screen(site.home, "desk-1");
            var robot = screen.robot();
            Desk.signIn(screen);
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
            screen.keyboardIn("#carddesk-query");

            robot.type(KeyCode.F8);
            screen.shows("#look-give");
            assertThat(site.site().media().ofPerson(SiteWithDesks.ADMIN, person)).isEmpty();
            screen.tabTo("#give-person");
            robot.type(KeyCode.ENTER);
            screen.says("#give-person-problem", "Choose whom it is for");
            robot.write("Quis");
            OnScreen.until(() ->
                    screen.node("#found-person") instanceof ListView<?> found
                            && found.getItems().size() == 1);
            robot.type(KeyCode.ENTER);
            OnScreen.until(() -> !screen.node("#found-person").isVisible());
            robot.type(KeyCode.ENTER);
            screen.hides("#look-give");

            var media = site.site().media().ofPerson(SiteWithDesks.ADMIN, person);
            assertThat(media)
                    .singleElement()
                    .satisfies(given -> {
                        assertThat(given.kind()).isEqualTo(MediumKind.FOB);
                        assertThat(given.state()).isEqualTo(MediumState.ACTIVE);
                        assertThat(given.uid()).isNotNull();
                    });
            OnScreen.until(() -> !screen.node("#look-person").isDisabled());
            Toolkit.run(screen.stage()::close);
        }
    }
}
