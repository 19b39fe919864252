package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.Injected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site in simulated time, from a seed: real books, virtual tills, bad lines and mishaps.
@Tag("ID-49")
@Tag("ID-15")
class SimulatedSiteTest {

    private static final Disturbance BAD = new Disturbance(80, 80, 80, 60, Duration.ofMillis(400));

    private static final int PEOPLE = 12;
    private static final int TILLS = 3;

    @TempDir static Path folder;

    @BeforeAll
    static void found() throws Exception {
        SimulatedFounding.found(folder.resolve("founding"), PEOPLE, TILLS, TestBridge.CHEAP);
    }

    @Test
    void theSameSeedLeadsToTheSameJournalHeadAndAnotherToAnother() throws Exception {
        var once = lunch("once", 7, BAD, 12);
        var again = lunch("again", 7, BAD, 12);
        var other = lunch("other", 8, BAD, 12);
        assertThat(again).isEqualTo(once);
        assertThat(other.head()).isNotEqualTo(once.head());
    }

    @Test
    void whateverGoesWrongTheTillsOwnRecordsAndTheBooksAgreeToTheCent() throws Exception {
        var injected = EnumSet.noneOf(Injected.class);
        for (var seed = 20L; seed < 23; seed++) {
            var report = lunch("seed-" + seed, seed, BAD, 16);
            assertThat(report.differences()).as("seed %d", seed).isEmpty();
            assertThat(report.right()).isTrue();
            assertThat(report.paidMinor()).isPositive();
            assertThat(report.injected()).isNotEmpty();
            injected.addAll(report.injected().keySet());
        }
        assertThat(injected)
                .contains(Injected.LOST, Injected.DOUBLED, Injected.SWAPPED, Injected.FORGED);
    }

    @Test
    void anUndisturbedLunchIsPaidByEverybody() throws Exception {
        var report = lunch("calm", 1, Disturbance.NONE, 0);
        assertThat(report.paid()).isEqualTo(PEOPLE);
        assertThat(report.injected()).isEmpty();
        assertThat(report.right()).isTrue();
    }

    private SimulatedSite.Report lunch(String name, long seed, Disturbance lines, int mishaps)
            throws Exception {
        var order =
                new SimulatedSite.Order(
                        folder.resolve("founding"),
                        folder.resolve(name),
                        seed,
                        PEOPLE,
                        TILLS,
                        Duration.ofMinutes(4),
                        lines,
                        mishaps);
        try (var site = SimulatedSite.open(order, TestBridge.CHEAP)) {
            return site.lunch();
        }
    }
}
