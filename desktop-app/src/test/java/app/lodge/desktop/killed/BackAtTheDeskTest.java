package app.lodge.desktop.killed;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.media.CardJob;
import app.lodge.core.media.JobState;
import app.lodge.core.media.MediumState;
import app.lodge.desktop.OnScreen;
import app.lodge.desktop.Toolkit;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desktop died while it made cards. The clerk opens it again, on the real screens over the real
/// bridge, is told, and settles them by keyboard.
@Tag("ID-40")
@Tag("ID-43")
class BackAtTheDeskTest {

    private static final String WORKSTATION = "desk-1";

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
    void theClerkIsAskedAndSaysWhatBecameOfTheCards() throws Exception {
        try (var site = new SiteWithDesks(folder.resolve("site"))) {
            var printed = died(site, "Printed", "before ISSUED");
            var halfEncoded = died(site, "Halfway", "after ENCODING");
            assertThat(printed.state()).isEqualTo(JobState.PRINTED);
            assertThat(halfEncoded.state()).isEqualTo(JobState.ENCODING);

            var screen = Desk.screen(site.home, WORKSTATION);
            var robot = screen.robot();
            Desk.signIn(screen);
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
            screen.shows("#open-jobs");

            screen.shows(button(halfEncoded, "spoiled"));
            assertThat(Toolkit.call(() -> screen.node(button(halfEncoded, "good"))))
                    .as("a card that was never printed cannot be called good")
                    .isNull();
            screen.tabTo(button(printed, "good"));
            robot.type(KeyCode.SPACE);
            OnScreen.until(() -> stored(site, printed).state() == JobState.ISSUED);
            screen.shows(button(halfEncoded, "spoiled"));
            screen.tabTo(button(halfEncoded, "spoiled"));
            robot.type(KeyCode.SPACE);
            OnScreen.until(() -> stored(site, halfEncoded).state() == JobState.REJECTED);
            screen.hides("#open-jobs");

            assertThat(state(site, printed)).isEqualTo(MediumState.ACTIVE);
            assertThat(state(site, halfEncoded)).isEqualTo(MediumState.SPOILED);
            Toolkit.run(screen.stage()::close);
        }
    }

    private static CardJob died(SiteWithDesks site, String name, String place) throws Exception {
        var person = site.person(name);
        try (var desk =
                DoomedDesk.start(site.home, WORKSTATION, person, place, folder.resolve(name))) {
            desk.standsStill();
        }
        return site.site().cardJobs().open(SiteWithDesks.ADMIN, WORKSTATION).stream()
                .filter(job -> job.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static String button(CardJob job, String word) {
        return "#job-%d-%s".formatted(job.id().number(), word);
    }

    private static CardJob stored(SiteWithDesks site, CardJob job) {
        return site.site().cardJobs().find(SiteWithDesks.ADMIN, job.id()).orElseThrow();
    }

    private static MediumState state(SiteWithDesks site, CardJob job) {
        return site.site().media().find(SiteWithDesks.ADMIN, job.medium()).orElseThrow().state();
    }
}
