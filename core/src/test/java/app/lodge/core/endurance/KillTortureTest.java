package app.lodge.core.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that moves money in every way there is, and the database under it, are killed at random;
/// whatever was answered is in the books and is answered again as it was, nothing is there twice, and the
/// books agree with themselves.
///
/// `-Dlodge.torture.minutes=120` goes on for so long on each database, with another seed each time.
@Tag("ID-15")
@Tag("ID-20")
final class KillTortureTest {

    private static final long SEED = 20_261_122L;

    @TempDir Path folder;

    @Test
    void noKillLosesOrRepeatsOrHalvesWhatWasAnsweredOnH2() throws Exception {
        repeatedly(
                "h2",
                random -> {
                    var about =
                            Files.createDirectory(folder.resolve("h2-" + random.nextInt(1 << 30)));
                    var torture = new Torture(about.resolve("books").toString(), random);
                    for (var kill = 1; kill <= 4; kill++) {
                        torture.kill(() -> {});
                        torture.verify("kill " + kill);
                    }
                    assertThat(torture.answers()).isGreaterThan(300);
                });
    }

    @Test
    void noKillOfBridgeOrServerLosesOrRepeatsOrHalvesWhatWasAnsweredOnPostgreSql()
            throws Exception {
        Assumptions.assumeTrue(MortalPostgres.possibleHere(), "SKIPPED: needs /proc");
        repeatedly(
                "postgresql",
                random -> {
                    var data = folder.resolve("postgresql-" + random.nextInt(1 << 30));
                    try (var server = new MortalPostgres(data)) {
                        var torture = new Torture(server.url(), random);
                        var blows =
                                List.<Torture.Blow>of(
                                        () -> {},
                                        server::killWritersBackend,
                                        server::stopAtOnce,
                                        server::killServer);
                        for (var kill = 1; kill <= blows.size(); kill++) {
                            torture.kill(blows.get(kill - 1));
                            torture.verify("kill " + kill);
                        }
                        assertThat(torture.answers()).isGreaterThan(200);
                    }
                });
    }

    @Test
    void thisTestFindsBooksThatAreNotForced() throws Exception {
        var random = new Random(SEED);
        var lost = 0;
        for (var kill = 0; kill < 10 && lost == 0; kill++) {
            var about = Files.createDirectories(folder.resolve("careless").resolve("" + kill));
            var torture = new Torture(about.resolve("books").toString(), random);
            torture.kill(() -> {});
            try {
                torture.verify("kill " + kill);
            } catch (AssertionError | RuntimeException e) {
                lost++;
            }
        }
        assertThat(lost).isPositive();
    }

    private interface Round {
        void with(Random random) throws Exception;
    }

    private static void repeatedly(String name, Round round) throws Exception {
        var minutes = Duration.ofMinutes(Integer.getInteger("lodge.torture.minutes", 0));
        var end = System.nanoTime() + minutes.toNanos();
        var seed = SEED;
        do {
            try {
                round.with(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("%s, seed %d".formatted(name, seed), e);
            }
            seed++;
        } while (System.nanoTime() < end);
    }
}
