package app.lodge.personalization.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.virtual.VirtualDesfire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own writes a card whose memory outlives it, and gets SIGKILL before a write. Whoever comes next knows
/// only the card and the site's keys: it is no good card yet, and the next attempt makes it one.
@Tag("ID-40")
@Tag("ID-47")
class KilledWhileEncodingTest {

    private static final int EVERY = 3;

    @TempDir private Path folder;

    @Test
    void theNextProcessFinishesTheCardThatAKilledOneLeft() throws Exception {
        var desk = new PlanDesk(folder);
        var plan = plan();
        desk.layBlank(plan);
        var steps = new ArrayList<Step>();
        desk.encode(plan, PlanDesk.HANNAH, steps::add);
        assertThat(steps).hasSizeGreaterThan(EVERY);

        for (int kill = 1; kill < steps.size(); kill += EVERY) {
            var file = folder.resolve("card-" + kill);
            killed(file, kill);
            desk.reader.inner.insert(card(file));
            assertThatThrownBy(() -> desk.verify(plan))
                    .as("before %s", steps.get(kill))
                    .isInstanceOf(DeviceException.class);
            var rest = new ArrayList<Step>();
            desk.encode(plan, PlanDesk.HANNAH, rest::add);
            desk.verify(plan);
            assertThat(rest)
                    .as("some of it had been written before %s", steps.get(kill))
                    .hasSizeLessThan(steps.size());
        }
    }

    private void killed(Path file, int before) throws Exception {
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledWhileEncodingTest.class.getName(),
                                folder.toString(),
                                file.toString(),
                                Integer.toString(before))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var lines = child.inputReader()) {
            assertThat(lines.lines().filter("now"::equals).findFirst())
                    .as("it stands before write %d", before)
                    .isPresent();
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("SIGKILL").isEqualTo(137);
    }

    /// The process that is killed: stands still before the write that it was told.
    public static void main(String[] words) throws Exception {
        var desk = new PlanDesk(Path.of(words[0]));
        desk.reader.inner.insert(card(Path.of(words[1])));
        var before = Integer.parseInt(words[2]);
        var steps = new ArrayList<Step>();
        desk.encode(
                plan(),
                PlanDesk.HANNAH,
                step -> {
                    if (steps.size() == before) {
                        System.out.println("now");
                        standStill();
                    }
                    steps.add(step);
                });
    }

    private static void standStill() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Nobody killed it");
    }

    private static VirtualDesfire card(Path file) {
        return VirtualDesfire.keptIn(
                file, VirtualDesfire.Generation.EV2, PlanDesk.SEVEN, new Random(7));
    }

    private static EncodingPlan plan() {
        return ShippedPlans.all().stream()
                .filter(plan -> plan.medium() instanceof PlannedMedium.Desfire)
                .findFirst()
                .orElseThrow();
    }
}
