package app.lodge.desktop.killed;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.people.Person;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bridge goes away while a clerk types, and comes back at another port: a banner, nothing typed is
/// lost, nothing is done twice, and the desktop hears of what others do as before.
@Tag("ID-01")
class BridgeGoesAwayTest {

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
    void theClerkGoesOnWhereTheBridgeLeftOff() throws Exception {
        try (var site = new SiteWithDesks(folder.resolve("site"))) {
            var screen = Desk.screen(site.home, "desk-1");
            var robot = screen.robot();
            Desk.signIn(screen);
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
            screen.keyboardIn("#people-query");
            robot.push(KeyCode.CONTROL, KeyCode.N);
            screen.keyboardIn("#person-given-name");
            robot.write("Vera");
            robot.type(KeyCode.TAB);
            robot.write("Newman");
            screen.hides("#away-banner");

            site.stopBridge();
            screen.shows("#away-banner");
            robot.type(KeyCode.ENTER);
            OnScreen.until(() -> typed(screen, "#person-given-name").equals("Vera"));
            OnScreen.until(() -> typed(screen, "#person-family-name").equals("Newman"));

            site.startBridge();
            screen.hides("#away-banner");
            assertThat(people(site)).isEmpty();
            robot.type(KeyCode.ENTER);
            screen.says("#person-name", "Vera Newman");
            assertThat(people(site)).containsExactly("Vera Newman");

            site.person("Elsewhere");
            OnScreen.until(() ->
                    ((TableView<?>) screen.node("#people-table"))
                            .getItems().stream()
                                    .anyMatch(row ->
                                            row instanceof Person person
                                                    && person.details()
                                                            .familyName()
                                                            .equals("Elsewhere")));
            Toolkit.run(screen.stage()::close);
        }
    }

    private static String typed(OnScreen screen, String id) {
        return screen.node(id) instanceof TextField field ? field.getText() : "";
    }

    private static List<String> people(SiteWithDesks site) {
        return site.site().people().list(SiteWithDesks.ADMIN, "", null, 10).rows().stream()
                .map(person -> person.details().fullName())
                .toList();
    }
}
