package app.lodge.reports.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done to an exported journal, the auditor's program says so, and where.
@Tag("ID-50")
class TamperedJournalTest {

    private static final Pattern KEYS =
            Pattern.compile("Signing key ([0-9A-F ]+?)(, then ([0-9A-F ]+?))?\\.");

    @TempDir static Path folder;
    static Verifier verifier;
    static byte[] journal;
    static List<byte[]> lines;

    @BeforeAll
    static void export() throws Exception {
        verifier = new Verifier(folder);
        try (var example = new ExampleJournal(folder.resolve("home")).live()) {
            journal = example.export();
        }
        lines = lines(journal);
    }

    @Test
    void theJournalHoldsEveryKindOfRowAndIsIntact() throws Exception {
        var text = new String(journal, StandardCharsets.UTF_8);
        assertThat(text)
                .contains(
                        "\tposting.booked\t",
                        "\thold.reserved\t",
                        "\thold.released\t",
                        "\thold.expired\t",
                        "\taccount.opened\t",
                        "\taccount.blocked\t",
                        "\toperator.",
                        "\tsettings.",
                        "\tdevice.added\t",
                        "\tjournal.key-replaced\t",
                        "\tjournal.seal-asked\t",
                        "\tjournal.exported\t",
                        "Schalter\\t1 \\\\ Süd",
                        "\"balanceAfter\":");
        assertThat(text.lines().filter(line -> line.startsWith("seal\t"))).hasSize(4);
        var verdict = verifier.check(journal, "--accounts");
        assertThat(verdict.status()).as(verdict.said()).isZero();
        assertThat(verdict.said())
                .contains("INTACT", "Total: 0.00 EUR", "Balance PERSON (2): 40.50 EUR")
                .contains("Reserved in open holds: 10.00 EUR", "5 postings");
    }

    @Test
    void everyFlippedByteIsReportedInItsLine() {
        var lineOf = new int[journal.length];
        var line = 1;
        for (var at = 0; at < journal.length; at++) {
            lineOf[at] = line;
            line += journal[at] == '\n' ? 1 : 0;
        }
        IntStream.range(0, journal.length)
                .parallel()
                .forEach(at -> {
                    var flipped = journal.clone();
                    flipped[at] ^= (byte) (1 << (at % 8));
                    var verdict = verifier.check(flipped, "--first");
                    assertThat(verdict.status()).as("byte %d", at).isEqualTo(1);
                    assertThat(verdict.first().line())
                            .as("byte %d: %s", at, verdict.said())
                            .isEqualTo(lineOf[at]);
                });
    }

    @Test
    void everyTruncationIsReportedWhereTheFileEnds() {
        IntStream.range(0, journal.length)
                .parallel()
                .forEach(length -> {
                    var verdict = verifier.check(Arrays.copyOf(journal, length), "--first");
                    assertThat(verdict.status()).as("length %d", length).isEqualTo(1);
                    assertThat(verdict.first().at())
                            .as("length %d: %s", length, verdict.said())
                            .isEqualTo(length);
                });
    }

    @Test
    void everyDroppedSwappedDoubledAndInsertedLineIsReportedAtItsPlace() throws Exception {
        for (var i = 0; i < lines.size(); i++) {
            var without = new ArrayList<>(lines);
            without.remove(i);
            assertReported("dropped " + (i + 1), without, i + 1, i + 1);
            var twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            assertReported("doubled " + (i + 1), twice, i + 2, i + 2);
            var inserted = new ArrayList<>(lines);
            inserted.add(i, lines.get((i + lines.size() / 2) % lines.size()));
            assertReported("inserted " + (i + 1), inserted, i + 1, i + 1);
            for (var j = i + 1; j < lines.size(); j++) {
                var swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i, j);
                assertReported("swapped " + (i + 1) + ", " + (j + 1), swapped, i + 1, i + 1);
            }
        }
    }

    @Test
    void aTailCutOffAtASealIsReportedEvenWithTheEndOfTheWhole() throws Exception {
        for (var i = 1; i < lines.size() - 1; i++) {
            var shortened = new ArrayList<>(lines.subList(0, i));
            shortened.add(lines.getLast());
            assertReported("cut after " + i, shortened, i + 1, i + 1);
        }
    }

    @Test
    void sealsSignedAgainWithAnotherKeyAreReported() throws Exception {
        var forger = new Forger();
        var line = 0;
        for (var i = 0; i < lines.size(); i++) {
            if (new String(lines.get(i), StandardCharsets.UTF_8).startsWith("seal\t")) {
                line = i + 1;
                var forged = new ArrayList<>(lines);
                forged.set(i, forger.signedAgain(lines.get(i)));
                assertReported("seal in line " + line, forged, line, line);
            }
        }
        assertThat(line).isPositive();
    }

    @Test
    void aWholeJournalBuiltAgainWithAnotherKeyIsReportedByTheFingerprintAndByAnAnchor()
            throws Exception {
        var honest = verifier.check(journal);
        var keys = KEYS.matcher(honest.said());
        assertThat(keys.find()).isTrue();
        var anchor = honest.said().replaceFirst("(?s).*last seal (\\d+:[0-9A-F]+).*", "$1");
        var forged = new Forger().rebuilt(lines);

        assertThat(verifier.check(forged).status()).as("consistent in itself").isZero();
        for (var key : List.of(keys.group(1), keys.group(3))) {
            assertThat(verifier.check(journal, "--key", key).status()).isZero();
            var verdict = verifier.check(forged, "--key", key);
            assertThat(verdict.status()).isEqualTo(1);
            assertThat(verdict.first().line()).isEqualTo(1);
            assertThat(verdict.first().at()).isEqualTo(keyField());
        }
        assertThat(verifier.check(journal, "--anchor", anchor).status()).isZero();
        var verdict = verifier.check(forged, "--anchor", anchor);
        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.first().line()).isEqualTo(lines.size() - 1);
    }

    @Test
    void booksThatDoNotBalanceAreReportedThoughEveryHashIsRight() throws Exception {
        assertBooks("\"amount\":-5000", "\"amount\":-4999", "debits = credits");
        assertBooks("\"balanceAfter\":5000", "\"balanceAfter\":5001", "expected balance 5000");
        assertBooks("\"posting\":3}", "\"posting\":4}", "expected posting 3");
        assertBooks(
                "\"amount\":600,\"currency\":\"EUR\",\"hold\"",
                "\"amount\":601,\"currency\":\"EUR\",\"hold\"",
                "was not open with this amount");
        assertBooks(
                "\"currency\":\"EUR\",\"kind\":\"PERSON\"",
                "\"currency\":\"USD\",\"kind\":\"PERSON\"",
                "expected USD");
        assertBooks("account.opened", "account.openew", "was never opened");
    }

    /// Twelve accounts of 9 · 10^17 minor units: each fits into 64 bits, their sum does not.
    @Test
    void printedTotalsAreExactHoweverLargeTheyAre() throws Exception {
        var rows = new ArrayList<byte[]>();
        rows.add(lines.getFirst());
        for (var account = 1; account <= 24; account++) {
            rows.add(
                    row(
                            rows.size(),
                            "account.opened",
                            "account:" + account,
                            "{\"currency\":\"EUR\",\"kind\":\"%s\"}"
                                    .formatted(account <= 12 ? "PERSON" : "CASH_DESK")));
        }
        for (var posting = 1; posting <= 12; posting++) {
            rows.add(
                    row(
                            rows.size(),
                            "posting.booked",
                            "posting:" + posting,
                            ("{\"entries\":[{\"account\":%d,\"amount\":900000000000000000,"
                                            + "\"currency\":\"EUR\"},{\"account\":%d,"
                                            + "\"amount\":-900000000000000000,\"currency\":\"EUR\"}],"
                                            + "\"posting\":%d}")
                                    .formatted(posting, posting + 12, posting)));
        }
        var end =
                "seal\t1\t1\t%1$d\t-\t-\t%2$s\t-\t-\t-\t-\t-\nend\t%1$d\t1\t%2$s\t-\n"
                        .formatted(rows.size() - 1, "2026-11-22T08:00:00.000001Z");
        rows.addAll(lines(end.getBytes(StandardCharsets.UTF_8)));
        var verdict = verifier.check(new Forger().rebuilt(rows));
        assertThat(verdict.said())
                .contains("Balance PERSON (12): 108000000000000000.00 EUR")
                .contains("Balance CASH_DESK (12): -108000000000000000.00 EUR")
                .contains("Total: 0.00 EUR");
    }

    private static byte[] row(int number, String kind, String subject, String content) {
        return "row\t%d\t2026-11-22T08:00:00.000001Z\t%s\t0\tsystem\tbridge\t%s\t%s\t-\n"
                .formatted(number, kind, subject, content)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertBooks(String written, String forged, String fault) throws Exception {
        var text = new String(journal, StandardCharsets.UTF_8);
        assertThat(text).contains(written);
        var changed = text.replaceFirst(Pattern.quote(written), forged);
        var verdict =
                verifier.check(
                        new Forger().rebuilt(lines(changed.getBytes(StandardCharsets.UTF_8))));
        assertThat(verdict.status()).as(verdict.said()).isEqualTo(1);
        assertThat(verdict.first().what()).contains(fault);
    }

    private static void assertReported(String what, List<byte[]> forged, int from, int to)
            throws Exception {
        var verdict = verifier.check(join(forged), "--first");
        assertThat(verdict.status()).as(what).isEqualTo(1);
        assertThat(verdict.first().line())
                .as("%s: %s", what, verdict.said())
                .isBetween((long) from, (long) to);
    }

    private static long keyField() {
        var header = new String(lines.getFirst(), StandardCharsets.UTF_8);
        return header.indexOf('\t', header.indexOf("site-")) + 1;
    }

    static List<byte[]> lines(byte[] journal) {
        var lines = new ArrayList<byte[]>();
        var from = 0;
        for (var i = 0; i < journal.length; i++) {
            if (journal[i] == '\n') {
                lines.add(Arrays.copyOfRange(journal, from, i + 1));
                from = i + 1;
            }
        }
        return lines;
    }

    static byte[] join(List<byte[]> lines) {
        var all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
