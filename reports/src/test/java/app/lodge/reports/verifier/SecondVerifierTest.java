package app.lodge.reports.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Someone else wrote a verifier from `docs/journal-format.md`, in another language: both say the same of
/// the same files. So the page says enough.
@Tag("ID-50")
class SecondVerifierTest {

    private static final int DAMAGED = 60;

    @TempDir Path folder;

    @Test
    void twoVerifiersFindTheSameFaultInTheSameLine() throws Exception {
        assumeTrue(hasPython(), "SKIPPED: needs python3");
        byte[] journal;
        try (var example = new ExampleJournal(folder.resolve("home")).live()) {
            journal = example.export();
        }
        var files = new ArrayList<byte[]>();
        files.add(journal);
        files.add(new Forger().rebuilt(TamperedJournalTest.lines(journal)));
        var random = new Random(20_261_122);
        for (var i = 0; i < DAMAGED; i++) {
            files.add(damaged(journal, random));
        }
        var first = new Verifier(folder);
        var second = second(files);

        assertThat(second.subList(0, 2)).containsExactly("intact", "intact");
        for (var i = 0; i < files.size(); i++) {
            var verdict = first.check(files.get(i));
            var line = verdict.status() == 0 ? "intact" : "line " + verdict.first().line() + ":";
            assertThat(second.get(i)).as("file %d: %s", i, verdict.said()).startsWith(line);
        }
    }

    private static byte[] damaged(byte[] journal, Random random) {
        var lines = TamperedJournalTest.lines(journal);
        var one = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.add(one, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.subList(one, lines.size()).clear();
            default -> {
                var at = random.nextInt(lines.get(one).length);
                lines.get(one)[at] ^= (byte) (1 + random.nextInt(255));
            }
        }
        return TamperedJournalTest.join(lines);
    }

    private List<String> second(List<byte[]> files) throws Exception {
        var script = folder.resolve("second_verifier.py");
        try (var in = SecondVerifierTest.class.getResourceAsStream("second_verifier.py")) {
            Files.write(script, in.readAllBytes());
        }
        var command = new ArrayList<>(List.of("python3", script.toString()));
        for (var i = 0; i < files.size(); i++) {
            command.add(Files.write(folder.resolve(i + ".lodge"), files.get(i)).toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
