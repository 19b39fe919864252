package app.lodge.core.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.BooksUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// One site's books, written by one child after another, each killed some time after its first answers.
final class Torture {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String where;
    private final Random random;
    private final Oracle oracle = new Oracle();

    /// @param where as {@link EnduringSite#open} takes it
    Torture(String where, Random random) {
        this.where = where;
        this.random = random;
        EnduringSite.open(where).close();
    }

    /// What happens to the database while the child writes.
    interface Blow {
        void fall() throws Exception;
    }

    int answers() {
        return oracle.size();
    }

    /// Runs a child until it is killed.
    ///
    /// @param blow falls about half way
    void kill(Blow blow) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-Dorg.jooq.no-logo=true",
                                "-Dorg.jooq.no-tips=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TorturedChild.class.getName(),
                                where));
        command.addAll(oracle.stories());
        var child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var handle = child.toHandle();
        var stop = 100 + random.nextInt(300); // the first ones repeat what was told before
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            var seen = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                oracle.hear(line);
                seen++;
                if (seen == stop / 2) {
                    blow.fall();
                }
                if (seen == stop) {
                    // Through the handle: the pipe stays open, and the last answers are read.
                    handle.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The child's answers could not be read", e);
        } finally {
            handle.destroyForcibly();
        }
        assertThat(child.waitFor()).as("killed").isNotZero();
    }

    void verify(String about) {
        try (var site = patientlyOpened()) {
            oracle.verify(site, about);
        }
    }

    /// A server that was killed may still be recovering.
    private EnduringSite patientlyOpened() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return EnduringSite.open(where);
            } catch (BooksUnavailable e) {
                if (!where.startsWith("jdbc:") || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }
}
