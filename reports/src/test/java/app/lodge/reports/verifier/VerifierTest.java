package app.lodge.reports.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    @Test
    void anExportedJournalIsIntact(@TempDir Path folder) throws Exception {
        try (var example = new ExampleJournal(folder.resolve("home")).live()) {
            var journal = example.export();
            Files.write(Path.of("target", "example.lodge"), journal);
            var verdict = new Verifier(folder).check(journal);
            System.err.println(verdict.said());
            System.err.println(example.seals().verify(ExampleJournal.AUDITOR));
            assertThat(verdict.status()).isZero();
        }
    }
}
