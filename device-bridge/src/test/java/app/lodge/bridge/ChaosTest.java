package app.lodge.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bridge, broker and database are killed at random under load, the line is cut and the disk stands still;
/// afterwards every till's own record and the books agree to the cent, and the journal is whole.
///
/// `-Dlodge.chaos.seconds=600` takes longer, `-Dlodge.chaos.seed=7` does something else. What was done
/// stands in `target/chaos/report.txt`.
@Tag("ID-15")
@Tag("SAFE-12")
class ChaosTest {

    private static final int SECONDS = Integer.getInteger("lodge.chaos.seconds", 30);
    private static final long SEED = Long.getLong("lodge.chaos.seed", 1);
    private static final Path REPORT = Path.of("target", "chaos", "report.txt");

    @TempDir Path folder;

    private enum Blow {
        KILL_BRIDGE,
        KILL_BROKER,
        KILL_DATABASE,
        CUT_LINE,
        STOP_DISK
    }

    private final List<String> report = new ArrayList<>();
    private final InstantSource clock = InstantSource.system();
    private final Instant begun = clock.instant();

    @Test
    void theBooksAgreeWithTheTillsWhateverIsKilledAndTheCheckSeesOneLostAcknowledgement()
            throws Exception {
        assumeTrue(MosquittoBroker.installed(), "SKIPPED: needs mosquitto (package mosquitto)");
        assumeTrue(PostgresServer.installed(), "SKIPPED: needs postgresql (package postgresql)");
        try (var site = new ChaosSite(folder)) {
            note("seed %d, %d seconds", SEED, SECONDS);
            site.load(SEED);
            strike(site);
            site.settle();
            var wrongs = site.wrongs();
            note("%d taps; wrong: %s", site.taps.get(), wrongs);
            assertThat(wrongs).isEmpty();
            loseOne(site);
            assertThat(site.wrongs())
                    .hasSize(2)
                    .anySatisfy(wrong -> assertThat(wrong).contains("NOT_IN_THE_BOOKS"))
                    .anySatisfy(wrong -> assertThat(wrong).contains("the tills took"));
        } finally {
            write();
        }
    }

    private void strike(ChaosSite site) throws Exception {
        var chance = new Random(SEED);
        var until = clock.instant().plusSeconds(SECONDS);
        var order = new ArrayList<>(List.of(Blow.values()));
        Collections.shuffle(order, chance);
        for (var turn = 0; clock.instant().isBefore(until); turn++) {
            pause(chance, 500, 2_000);
            // Each at least once, then as it comes.
            var blow =
                    turn < order.size()
                            ? order.get(turn)
                            : Blow.values()[chance.nextInt(Blow.values().length)];
            strike(site, blow, chance);
        }
    }

    private void strike(ChaosSite site, Blow blow, Random chance) throws Exception {
        note("%s after %d taps", blow, site.taps.get());
        switch (blow) {
            case KILL_BRIDGE -> {
                site.killBridge();
                pause(chance, 0, 1_500);
                site.startBridgeAgain();
            }
            case KILL_BROKER -> {
                site.broker.kill();
                pause(chance, 0, 1_500);
                site.broker.startAgain();
            }
            case KILL_DATABASE -> {
                site.database.kill();
                pause(chance, 0, 1_500);
                site.database.startAgain();
            }
            case CUT_LINE -> {
                site.line.cut();
                pause(chance, 500, 3_000);
                site.line.mend();
            }
            case STOP_DISK -> {
                site.database.standStill();
                pause(chance, 500, 3_000);
                site.database.goOn();
            }
        }
        note("%s is over", blow);
    }

    /// A till believes that its last payment is safe, and the books never heard of it.
    private static void loseOne(ChaosSite site) throws Exception {
        var events = site.state(1).resolve("events.jsonl");
        var seq = Files.readAllLines(events).size() + 1;
        Files.writeString(
                events,
                """
                {"amount":{"currency":"EUR","minor":100},"askId":"","at":"2026-01-01T00:00:00Z",\
                "credential":"04C0C1C2C3C401","kind":"payment","offline":true,"seq":%d}
                """
                        .formatted(seq),
                StandardOpenOption.APPEND);
        Files.writeString(site.state(1).resolve("acked"), String.valueOf(seq));
    }

    private static void pause(Random chance, int least, int most) {
        LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(least, most)).toNanos());
    }

    private void note(String words, Object... values) {
        report.add(
                "%6.1f s  %s"
                        .formatted(
                                Duration.between(begun, clock.instant()).toMillis() / 1_000.0,
                                words.formatted(values)));
    }

    private void write() throws Exception {
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report);
    }
}
