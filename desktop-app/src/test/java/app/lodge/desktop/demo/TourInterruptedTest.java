package app.lodge.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.devices.Devices;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.core.work.Progress;
import app.lodge.desktop.signin.SiteStarter.StartStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo site to look around in is stopped while it is filled. The next visit makes it afresh, and
/// the one after that only wakes it up.
class TourInterruptedTest {

    private static final long HOLDERS = 7;

    @TempDir Path folder;

    /// @param arguments home
    public static void main(String[] arguments) throws Exception {
        new DemoTour(Path.of(arguments[0]), "en", "desk-1").prepare(new Told());
        System.out.println("DONE");
        System.exit(0);
    }

    private record Told() implements Progress<StartStep> {
        @Override
        public void at(StartStep step) {
            System.out.println(step);
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Watch onStop(Runnable wake) {
            return () -> {};
        }
    }

    @Test
    void isMadeAfreshAtTheNextVisit() throws Exception {
        var home = folder.resolve("demo");
        try (var first = start(home)) {
            first.says("FILLING");
            first.until(() -> Files.isDirectory(home.resolve("cards")));
            assertThat(first.signal("INT")).as(first.said()).isEqualTo(130);
            assertThat(first.left()).isEmpty();
        }
        try (var second = start(home)) {
            second.says("CREATING_SITE");
            second.says("FILLING");
            second.says("DONE");
            assertThat(second.exit()).isZero();
        }
        try (var third = start(home)) {
            third.says("STARTING_BRIDGE");
            third.says("DONE");
            assertThat(third.said()).doesNotContain("FILLING", "CREATING_SITE");
            assertThat(third.exit()).isZero();
        }
        try (var leftovers = new Leftovers(Optional.empty());
                var site = DemoSite.reach(home, leftovers, "desk-1")) {
            site.signIn();
            assertThat(site.door(Media.class).countActive(site.actor())).isEqualTo(HOLDERS - 1);
            assertThat(site.door(CardJobs.class).open(site.actor(), "")).isEmpty();
            assertThat(site.door(People.class).count(site.actor(), "")).isGreaterThan(990);
            assertThat(site.door(Devices.class).list(site.actor())).hasSize(4);
            assertThat(site.door(Accounts.class).check(site.actor()).paymentsToday()).isPositive();
        }
    }

    @Test
    void aFolderThatHeldSomethingBeforeIsNeverCleared() throws Exception {
        var home = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(home.resolve("thesis.txt"), "mine");
        try (var filling = HalfFilled.watch(home)) {
            filling.begin();
        }
        try (var filling = HalfFilled.watch(home)) {
            filling.clear();
        }
        assertThat(home.resolve("thesis.txt")).hasContent("mine");
    }

    private DemoProcess start(Path home) throws Exception {
        return DemoProcess.start(folder, TourInterruptedTest.class.getName(), home.toString());
    }
}
