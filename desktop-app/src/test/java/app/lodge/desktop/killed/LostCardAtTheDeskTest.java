package app.lodge.desktop.killed;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.MediumState;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import app.lodge.personalization.issuing.IssueOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From "I have lost my card" to the replacement in hand, by keyboard on the real screens over the real
/// bridge, with the virtual card and the printer that prints into files. Keys and seconds are written down,
/// and the keys are held to a number; `bench/run desk` shows them.
@Tag("ID-41")
@Tag("ID-43")
class LostCardAtTheDeskTest {

    /// Four letters of the name, Enter, F4 lost, Enter for the replacement.
    private static final int KEYS = 7;

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
    void aLostCardIsBlockedAndReplacedBySevenKeys() throws Exception {
        try (var site = new SiteWithDesks(folder.resolve("site"))) {
            var person = site.person("Quist");
            assertThat(Desk.open(site.home, "desk-1").issue(person))
                    .isInstanceOf(IssueOutcome.Issued.class);
            var screen = Desk.screen(site.home, "desk-1");
            var robot = screen.robot();
            Desk.signIn(screen);
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
            screen.keyboardIn("#carddesk-query");

            long begun = System.nanoTime();
            robot.write("Quis");
            OnScreen.until(() -> found(screen) == 1);
            robot.type(KeyCode.ENTER);
            screen.says("#carddesk-name", "Quist");
            robot.type(KeyCode.F4);
            OnScreen.until(() -> state(site, person, 2) == MediumState.BLOCKED);
            var blocked = Duration.ofNanos(System.nanoTime() - begun);
            screen.keyboardIn("#flow-next");
            robot.type(KeyCode.ENTER);
            OnScreen.until(() -> state(site, person, 1) == MediumState.ACTIVE);
            var replaced = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(state(site, person, 2)).isEqualTo(MediumState.REPLACED);
            write(blocked, replaced);
            Toolkit.run(screen.stage()::close);
        }
    }

    /// On the screen's thread.
    private static int found(OnScreen screen) {
        return screen.node("#carddesk-people") instanceof ListView<?> people
                ? people.getItems().size()
                : 0;
    }

    /// @param age 1 for the newest, 2 for the one before
    private static MediumState state(
            SiteWithDesks site, app.lodge.core.people.PersonId person, int age) {
        var media = site.site().media().ofPerson(SiteWithDesks.ADMIN, person);
        if (age == 2 && media.size() == 1) {
            return media.getFirst().state();
        }
        return media.size() < age ? MediumState.PREPARING : media.get(age - 1).state();
    }

    private static void write(Duration blocked, Duration replaced) throws Exception {
        var file = Path.of("target", "bench", "desk.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "lost card: %d keys; blocked after %.1f s, replacement in hand after %.1f s%n"
                        .formatted(KEYS, blocked.toMillis() / 1e3, replaced.toMillis() / 1e3));
    }
}
