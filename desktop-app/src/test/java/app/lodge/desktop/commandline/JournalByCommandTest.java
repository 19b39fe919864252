package app.lodge.desktop.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Page;
import app.lodge.core.journal.Journal.Filter;
import app.lodge.core.journal.JournalRow;
import app.lodge.core.journal.Seal;
import app.lodge.core.journal.Seals;
import app.lodge.core.settings.SiteSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The journal by command: the screen's filters, page by page.
@Tag("ID-50")
class JournalByCommandTest {

    @TempDir Path folder;
    private final List<List<Object>> asked = new ArrayList<>();
    private final List<Page<JournalRow>> pages = new ArrayList<>();
    private CommandRun site;

    @BeforeEach
    void site() {
        site =
                new CommandRun(folder, Locale.ENGLISH)
                        .answering(
                                "Settings.site",
                                _ ->
                                        SiteSettings.of(
                                                "Campus",
                                                Currency.getInstance("EUR"),
                                                ZoneId.of("Europe/Zagreb"),
                                                "en"))
                        .answering(
                                "Journal.page",
                                words -> {
                                    asked.add(words);
                                    return pages.removeFirst();
                                });
    }

    @Test
    @Tag("ID-55")
    void everyFilterOfTheScreenIsAskedFor() {
        pages.add(page(null, 7));
        assertThat(
                        run(
                                "journal list --kind media. --subject person:12 --by anna --text 04A1"
                                        + " --from 2026-11-01 --until 2026-11-02T08:00 --purpose audit"))
                .isZero();
        assertThat(asked.getFirst().getFirst())
                .isEqualTo(
                        new Filter(
                                "media.",
                                "person:12",
                                Instant.parse("2026-10-31T23:00:00Z"),
                                Instant.parse("2026-11-02T07:00:00Z"),
                                "anna",
                                LookPurpose.AUDIT,
                                "04A1"));
        assertThat(site.out).contains("7", "media.blocked", "anna", "medium:7", "{\"n\":7}");
    }

    @Test
    void aPageThatIsNotFullYetGoesOnAndTheNextOneIsNamed() {
        pages.addAll(List.of(page("90", 99), page("50"), page("40", 45)));
        assertThat(run("journal list --limit 2 --before 100")).isZero();
        assertThat(asked).extracting(words -> words.get(1)).containsExactly("100", "90", "50");
        assertThat(asked).extracting(words -> words.get(2)).containsExactly(2, 1, 1);
        assertThat(site.out).contains("--before 40");
        pages.add(page(null, 3));
        assertThat(run("journal list --json --before 40")).isZero();
        assertThat(site.out).containsPattern("\"number\" : 3\\b").contains("\"before\" : \"\"");
    }

    @Test
    void nothingFoundIsSaid() {
        pages.add(page(null));
        assertThat(run("journal list")).isZero();
        assertThat(asked.getFirst().getFirst()).isEqualTo(Filter.all());
        assertThat(site.out).contains("No row is like that");
    }

    @Test
    void theSealsAreListedWithTheirAnchorsAndWhatWaits() {
        var first = seal(1, 1, 40, null);
        var second = seal(2, 41, 41, "CD".repeat(32));
        site.answering(
                        "Seals.page",
                        words -> {
                            asked.add(words);
                            return new Page<>(List.of(second, first), "1");
                        })
                .answering(
                        "Seals.standing",
                        _ -> new Seals.Standing("site-1", "AB", "AB", second, 3, null));
        assertThat(run("journal seals --limit 2 --before 3")).isZero();
        assertThat(asked.getFirst()).containsExactly("3", 2);
        assertThat(site.out)
                .contains("1–40", "41–41", "2:" + "EE".repeat(32), "3 rows wait", "--before 1")
                .contains(first.fingerprint())
                .containsOnlyOnce("the next are signed with a new key");
        assertThat(run("journal seals --json")).isZero();
        assertThat(site.out).contains("\"waiting\" : 3", "\"lastRow\" : 41");
    }

    @ParameterizedTest
    @CsvSource({"--before=x, --before", "--limit=0, --limit", "--limit=501, --limit"})
    void whatCannotBeMeantOfSealsNamesItsField(String word, String field) {
        assertThat(site.run("journal", "seals", word, "--as=anna")).isEqualTo(2);
        assertThat(site.err).contains(field);
    }

    private static Seal seal(long number, long first, long last, @Nullable String newKey) {
        return new Seal(
                number,
                first,
                last,
                "AA".repeat(32),
                "BB".repeat(32),
                Instant.parse("2026-11-01T23:00:00Z"),
                "AB".repeat(32),
                newKey,
                "EE".repeat(32),
                "FF".repeat(64),
                newKey == null ? null : "FF".repeat(64));
    }

    /// ID-55: whatever may be about one holder; the journal is not even asked.
    @ParameterizedTest
    @CsvSource({
        "--subject=person:12, --purpose",
        "--subject=account:7, --purpose",
        "--text=04A1, --purpose",
        "--purpose=counter, --purpose",
        "--purpose=curiosity, --purpose",
        "--kind=Media!, --kind",
        "--subject=person 12, --subject",
        "--from=yesterday, --from",
        "--until=2026-13-01, --until",
        "--before=-1, --before",
        "--limit=501, --limit",
    })
    void whatCannotBeMeantNamesItsField(String word, String field) {
        assertThat(site.run("journal", "list", word, "--as=anna")).isEqualTo(2);
        assertThat(site.err).contains(field);
        assertThat(asked).isEmpty();
    }

    private static Page<JournalRow> page(String next, long... numbers) {
        return new Page<>(
                LongStream.of(numbers)
                        .mapToObj(number ->
                                new JournalRow(
                                        number,
                                        Instant.parse("2026-11-01T08:00:00Z"),
                                        "media.blocked",
                                        "anna",
                                        "desk-1",
                                        "medium:" + number,
                                        "{\"n\":" + number + "}",
                                        "00"))
                        .toList(),
                next);
    }

    private int run(String words) {
        return site.run((words + " --as=anna").split(" "));
    }
}
