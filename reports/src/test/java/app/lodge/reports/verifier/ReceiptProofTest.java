package app.lodge.reports.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.journal.Seals.Proving;
import app.lodge.reports.verifier.Verifier.Verdict;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code of a receipt, checked by the auditor's program.
@Tag("ID-50")
class ReceiptProofTest {

    @TempDir Path folder;
    private Verifier verifier;

    @Test
    void everyRowProvesItselfOnceSealedAndNothingElseDoes() throws Exception {
        verifier = new Verifier(folder);
        try (var example = new ExampleJournal(folder.resolve("home")).live()) {
            var journal = Files.write(folder.resolve("journal.lodge"), example.export()).toString();
            for (var row = 1; row <= 33; row++) {
                var proof =
                        example.seals().proof(ExampleJournal.AUDITOR, row, Proving.UP_TO_THE_SEAL);
                var verdict = receipt(proof);
                assertThat(verdict.status()).as(verdict.said()).isZero();
                assertThat(verdict.said()).contains("PROVEN", "row " + row + " of site-");
                assertThat(receipt(proof, journal).said())
                        .contains("INTACT", "In the journal row " + row + " is the receipt's");
            }
            assertEveryChangedLetterIsFound(
                    example.seals().proof(ExampleJournal.AUDITOR, 21, Proving.UP_TO_THE_SEAL));
            var printed = example.seals().proof(ExampleJournal.AUDITOR, 21, Proving.ROW_ONLY);
            assertThat(receipt(printed).status()).as("proves nothing alone").isEqualTo(2);
            assertThat(receipt(printed, journal).status()).isZero();
            var other = printed.replaceFirst(":21:.", ":21:Z");
            assertThat(receipt(other, journal).status()).isEqualTo(1);
        }
    }

    private void assertEveryChangedLetterIsFound(String proof) {
        for (var at = "LODGE:1:".length(); at < proof.length(); at++) {
            var changed = proof.toCharArray();
            changed[at] = changed[at] == '1' ? '2' : '1';
            var verdict = receipt(new String(changed));
            assertThat(verdict.status()).as("letter %d: %s", at, verdict.said()).isNotZero();
            assertThat(verdict.said()).doesNotContain("PROVEN");
        }
    }

    private Verdict receipt(String proof, String... words) {
        var all = new String[2 + words.length];
        all[0] = "--receipt";
        all[1] = proof;
        System.arraycopy(words, 0, all, 2, words.length);
        return verifier.run(InputStream.nullInputStream(), all);
    }
}
