package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static app.lodge.core.privacy.PrivacyDesk.ZVJEZDANA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.exports.Entity;
import app.lodge.core.exports.Exports.Daily;
import app.lodge.core.exports.Format;
import app.lodge.core.journal.Journal.Verification;
import app.lodge.core.people.PersonId;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.site.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The process is killed between the phases of an erasure and of an export; the next start finds books
/// in which it is whole or has never begun.
@TestInstance(Lifecycle.PER_CLASS)
abstract class KilledMidwayContract {

    private Path prepared;
    private PersonId person;
    private List<byte[]> photos;
    private List<PrivacyDesk.Relic> relics;

    /// `lodge.properties` of the site that is prepared once.
    abstract String prepared(Path folder) throws Exception;

    /// `lodge.properties` of one with the same books, for one death.
    abstract String copied() throws Exception;

    /// How many sealed values of the person are tried with all that lies in the vault's files.
    abstract int relicsTried();

    @BeforeAll
    final void fill(@TempDir Path folder) throws Exception {
        prepared = folder;
        photos = List.of(DeletedIsDeletedContract.noise(1));
        var home = PrivacyDesk.home(folder.resolve("home"), prepared(folder));
        try (var site = PrivacyDesk.open(home)) {
            var desk = new PrivacyDesk(site);
            person = desk.imported(photos);
            site.backups().take(CHIEF);
            relics = desk.relics(person).stream().limit(relicsTried()).toList();
            site.books()
                    .write(
                            CHIEF,
                            tx -> {
                                for (var i = 0; i < 1_500; i++) {
                                    tx.journal("clerk.signed-in", "site", Map.of());
                                }
                                return null;
                            });
        }
    }

    @ParameterizedTest(name = "killed at: {0}")
    @Tag("ID-57")
    @CsvSource({
        "'Erasure 1: out of the books', false",
        "Erasures begun, true",
        "The key of kept answers is renewed, true",
        "Kept answers are sealed anew, true",
        "Keys are destroyed, true",
        "Erasures complete, true",
    })
    void anErasureKilledMidwayIsCompleteAfterTheNextStartOrNeverBegan(
            String line, boolean begun, @TempDir Path folder) throws Exception {
        var home = copied(folder);
        DoomedSite.run(home.folder(), line, "erase", Long.toString(person.number()));

        try (var site = PrivacyDesk.open(home)) {
            assertThat(site.privacy().certificateOf(CHIEF, person).isPresent()).isEqualTo(begun);
            assertThat(site.people().find(CLERK, person).isPresent()).isEqualTo(!begun);
            assertThat(site.vault().keyLives(person.number())).isEqualTo(!begun);
            if (!begun) {
                assertThat(site.people().list(CLERK, ZVJEZDANA.familyName(), null, 9).rows())
                        .as("as if nothing had been asked")
                        .hasSize(1);
                assertThat(EmbeddedDeletedIsDeletedTest.erase(site.privacy(), person))
                        .isInstanceOf(EraseOutcome.Erased.class);
            } else {
                assertThat(site.privacy().certificateOf(CHIEF, person).orElseThrow().complete())
                        .isTrue();
                assertThat(
                                PrivacyDesk.traces(photos)
                                        .in("all rows", DeletedIsDeletedContract.dump(site)))
                        .isEmpty();
                assertThat(
                                PrivacyDesk.traces(photos)
                                        .in("answers", DeletedIsDeletedContract.keptAnswers(site)))
                        .isEmpty();
            }
            assertThat(site.journal().verify(Actor.system("test")))
                    .isInstanceOf(Verification.Intact.class);
            assertThat(site.accounts().audit(Actor.system("test"))).isEmpty();
        }
        if (begun) {
            assertThat(PrivacyDesk.traces(photos).under(folder)).isEmpty();
            var windows = DeletedIsDeletedContract.windows(home);
            assertThat(relics)
                    .allSatisfy(relic ->
                            assertThat(DeletedIsDeletedContract.opens(windows, person, relic))
                                    .as(relic.what())
                                    .isFalse());
        }
    }

    @ParameterizedTest(name = "killed at: {0}")
    @Tag("ID-54")
    @CsvSource({
        "Export 1 goes on after null, false",
        "Export 1 goes on after 1000, false",
        "Export 1 is in its folder, true",
    })
    void anExportKilledMidwayLeavesNoHalfFileAndTheNextRunWritesIt(
            String line, boolean written, @TempDir Path folder) throws Exception {
        var home = copied(folder);
        var out = folder.resolve("out");
        try (var site = PrivacyDesk.open(home)) {
            site.exports()
                    .schedule(
                            CHIEF,
                            RequestId.fresh(),
                            0,
                            new Daily(
                                    Entity.JOURNAL,
                                    Format.CSV,
                                    out.toString(),
                                    LocalTime.of(1, 0)));
        }
        DoomedSite.run(home.folder(), line, "export");
        var file = out.resolve("lodge-journal-2026-11-22.csv");
        assertThat(Files.exists(file)).isEqualTo(written);

        try (var site = PrivacyDesk.open(home)) {
            assertThat(site.exports().schedules(CHIEF).getFirst().lastOn())
                    .as("still due")
                    .isNull();
            assertThat(site.exports().runDue(CHIEF)).isOne();
            assertThat(site.exports().runDue(CHIEF)).as("once a day").isZero();
        }
        assertThat(names(out)).as("and no part").containsExactly(file.getFileName().toString());
        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(1_500);
        assertThat(Files.readString(file)).endsWith("\r\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Home copied(Path folder) throws Exception {
        var from = prepared.resolve("home");
        var home = new Home(folder.resolve("home"));
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        home.folder().resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        var properties = copied();
        if (!properties.isEmpty()) {
            Files.writeString(home.properties(), properties);
        }
        return home;
    }
}
