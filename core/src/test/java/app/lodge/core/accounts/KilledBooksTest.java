package app.lodge.core.accounts;

import static app.lodge.core.books.tables.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that books payments is killed at random; whatever it had answered is in the books, nothing
/// is there twice, and the books agree with themselves.
@Tag("ID-15")
@Tag("ID-20")
final class KilledBooksTest {

    @TempDir Path folder;

    @Test
    void noKillLosesAnAnsweredPaymentOrLeavesHalfOfOne() throws Exception {
        var seed = 20_261_122L;
        var random = new Random(seed);
        var file = folder.resolve("continued");
        var last = new long[PayingChild.DEVICES];
        for (var kill = 0; kill < 10; kill++) {
            var fresh = kill % 2 == 0;
            var books = fresh ? folder.resolve("fresh" + kill) : file;
            var answered = killed(books, fresh ? new long[last.length] : last, random);
            verified(books, "seed %d, kill %d".formatted(seed, kill), answered);
            if (!fresh) {
                last = answered; // what was booked but not answered is sent again
            }
        }
    }

    @Test
    void thisTestFindsBooksThatAreNotForced() throws Exception {
        var random = new Random(1);
        var lost = 0;
        for (var kill = 0; kill < 10 && lost == 0; kill++) {
            var file =
                    Files.createDirectory(folder.resolve("c" + kill)).resolve(PayingChild.CARELESS);
            var answered = killed(file, new long[PayingChild.DEVICES], random);
            try {
                verified(file, "kill " + kill, answered);
            } catch (AssertionError | RuntimeException e) {
                lost++;
            }
        }
        assertThat(lost).isPositive();
    }

    /// Runs a child, kills it some time after its first answers.
    ///
    /// @return the highest count answered for each device
    private static long[] killed(Path books, long[] last, Random random) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PayingChild.class.getName(),
                                books.toString()));
        for (var count : last) {
            command.add(Long.toString(count));
        }
        var child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var answered = last.clone();
        var stop = 5 + random.nextInt(250);
        var handle = child.toHandle();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            var seen = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                if (words.length == 2 && words[0].length() == 1 && !words[1].isEmpty()) {
                    var device = Integer.parseInt(words[0]) - 1;
                    answered[device] = Math.max(answered[device], Long.parseLong(words[1]));
                }
                if (++seen == stop) {
                    // Through the handle: the pipe stays open, and the last answers are read.
                    handle.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The child's answers could not be read", e);
        }
        assertThat(child.waitFor()).as("killed").isNotZero();
        return answered;
    }

    private static void verified(Path file, String where, long[] answered) {
        try (var site = PayingChild.open(file)) {
            assertThat(new BooksAudit(site.books).findings()).as(where).isEmpty();
            for (var device = 1; device <= answered.length; device++) {
                var number = (long) device;
                long found =
                        site.books.read(sql ->
                                sql.selectCount()
                                        .from(LEDGER_POSTING)
                                        .where(LEDGER_POSTING.DEVICE_ID.eq(number))
                                        .fetchSingle()
                                        .value1());
                long highest =
                        site.books.read(sql ->
                                sql.select(
                                                DSL.coalesce(
                                                        DSL.max(
                                                                LEDGER_POSTING.ORIGIN_KEY.cast(
                                                                        Long.class)),
                                                        0L))
                                        .from(LEDGER_POSTING)
                                        .where(LEDGER_POSTING.DEVICE_ID.eq(number))
                                        .fetchSingle()
                                        .value1());
                assertThat(found).as(where + ", holes").isEqualTo(highest);
                assertThat(highest)
                        .as("%s, device %d: answered", where, device)
                        .isGreaterThanOrEqualTo(answered[device - 1]);
            }
        }
    }
}
