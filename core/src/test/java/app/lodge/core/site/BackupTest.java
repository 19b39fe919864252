package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.journal.Seals.SealOutcome;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.site.Backups.BackupOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackupTest {

    private static final Actor SYSTEM = Actor.system("test");

    @TempDir Path folder;
    private Home home;
    private final Restore restore = new Restore(SiteTest.CLOCK, SiteTest.CHEAP);

    @BeforeEach
    void create() throws Exception {
        home = new Home(folder.resolve("home"));
        SiteTest.create(home, "correct horse");
    }

    @Test
    void aBackupTakenUnderWritesRestoresToTheHeadThatItNames() throws Exception {
        var backup = takeUnderLoad();
        var target = new Home(folder.resolve("restored"));
        var restored = restore.into(target, backup, home.unlockSecret(), home.keyring());
        try (var site = Site.open(target, SiteTest.CLOCK, SiteTest.CHEAP)) {
            assertThat(site.journal().head(SYSTEM).hash()).isEqualTo(restored.head());
            assertThat(site.settings().site(SYSTEM).name()).isEqualTo("Hof");
        }
    }

    @Test
    void aDamagedBackupAForeignSecretAndAnOccupiedHomeAreRefused() throws Exception {
        var backup = takeUnderLoad();
        assertThatThrownBy(() -> restore.into(home, backup, home.unlockSecret(), home.keyring()))
                .isInstanceOf(SiteException.class);
        var wrong = Files.writeString(folder.resolve("wrong"), "00");
        assertThatThrownBy(() -> restore.prove(backup, wrong, home.keyring()))
                .isInstanceOf(SiteException.class);
        var cut = folder.resolve("cut.zip");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(backup), 5_000));
        assertThatThrownBy(() -> restore.prove(cut, home.unlockSecret(), home.keyring()))
                .isInstanceOf(SiteException.class);
        var before = files();
        assertThat(restore.prove(backup, home.unlockSecret(), home.keyring()).rows()).isPositive();
        assertThat(files()).as("a proof touches no site").isEqualTo(before);
    }

    /// Every file of the site with what is in it.
    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(home.folder())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        file.toString(),
                        Arrays.toString(Files.readAllBytes(file))
                                + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    /// Somebody who owns the database and hopes that a backup of it will do.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update ledger_balance set posted = posted + 1 | restore.books-differ",
                "update ledger_rollup set amount = amount + 1 | restore.books-differ",
                "drop trigger entry_append_only; update ledger_entry set amount = amount + 1 where leg = 1 | restore.books-differ",
                "drop trigger journal_append_only; update journal set actor = 'Eve' where id = 2 | restore.broken",
                "drop trigger seal_append_only; update journal_seal set signature = x'00' | restore.seal-broken",
            })
    void aBackupOfBooksThatLieIsRefused(String damage, String key) throws Exception {
        Path backup;
        try (var site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP)) {
            var person =
                    (EnrolOutcome.Enrolled)
                            site.people()
                                    .enrol(
                                            SYSTEM,
                                            RequestId.fresh(),
                                            PersonDetails.named("Ana", "Test"),
                                            EnrolOutcome.Duplicates.ACCEPTED);
            var topUp =
                    site.accounts()
                            .topUp(
                                    SYSTEM,
                                    RequestId.fresh(),
                                    person.account(),
                                    Money.of(2_000, "EUR"),
                                    PaymentMeans.CASH);
            assertThat(topUp).isInstanceOf(TopUpOutcome.ToppedUp.class);
            assertThat(site.seals().seal(SYSTEM)).isInstanceOf(SealOutcome.Sealed.class);
            backup = taken(site);
            assertThat(restore.prove(backup, home.unlockSecret(), home.keyring()).rows())
                    .isPositive();
            for (var each : damage.split(";", -1)) {
                site.books().write(SYSTEM, tx -> tx.sql().execute(each));
            }
            backup = taken(site);
        }
        var lying = backup;
        assertThatThrownBy(() -> restore.prove(lying, home.unlockSecret(), home.keyring()))
                .isInstanceOfSatisfying(
                        SiteException.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::key)
                                        .containsExactly(key));
    }

    /// A backup from before a roll-over takes nobody back to keys that were given up.
    @Test
    @Tag("CHAIN-07")
    void aBackupFromBeforeARollOverSaysSoAndNewCardsGetTheNewerKeys() throws Exception {
        Path backup;
        int before;
        try (var site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP)) {
            backup = taken(site);
            before = site.keyVersions().status(SYSTEM).current();
            assertThat(site.keyVersions().rollOver(SYSTEM, RequestId.fresh(), before))
                    .isInstanceOf(KeyVersions.RollOverOutcome.RolledOver.class);
            var deadline = System.nanoTime() + 10_000_000_000L;
            while (CardKeyNote.of(home).read() != before + 1) {
                assertThat(System.nanoTime()).as("the note follows").isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
        var proved = restore.prove(backup, home.unlockSecret(), home.keyring());
        assertThat(proved.cardKeys()).isEqualTo(before);
        assertThat(proved.newestCardKeys()).isEqualTo(before + 1);
        assertThat(proved.cardKeysWentBack()).isTrue();
        var target = new Home(folder.resolve("restored"));
        restore.into(target, backup, home.unlockSecret(), home.keyring());
        try (var site = Site.open(target, SiteTest.CLOCK, SiteTest.CHEAP)) {
            assertThat(site.keyVersions().status(SYSTEM).current()).isEqualTo(before + 1);
            assertThat(site.accounts().audit(SYSTEM)).isEmpty();
        }

        Files.delete(home.backups().resolve(CardKeyNote.NAME));
        assertThat(restore.prove(backup, home.unlockSecret(), home.keyring()).cardKeysWentBack())
                .isFalse();
        assertThat(
                        restore.knowingCardKeys(before + 3)
                                .prove(backup, home.unlockSecret(), home.keyring())
                                .newestCardKeys())
                .isEqualTo(before + 3);
    }

    private Path taken(Site site) {
        var taken = (BackupOutcome.Taken) Backups.in(site).take(SYSTEM);
        return home.backups().resolve(taken.backup().file());
    }

    private Path takeUnderLoad() throws Exception {
        try (var site = Site.open(home, SiteTest.CLOCK, SiteTest.CHEAP)) {
            var stop = new AtomicBoolean();
            var writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (!stop.get()) {
                                    site.books()
                                            .write(
                                                    SYSTEM,
                                                    tx ->
                                                            tx.journal(
                                                                    "note.written",
                                                                    "note:1",
                                                                    Map.of(
                                                                            "r",
                                                                            RequestId.fresh()
                                                                                    .value())));
                                }
                            });
            while (site.journal().head(SYSTEM).number() < 50) {
                Thread.onSpinWait();
            }
            var taken = (BackupOutcome.Taken) Backups.in(site).take(SYSTEM);
            stop.set(true);
            writer.join();
            assertThat(Backups.in(site).list(SYSTEM)).containsExactly(taken.backup());
            return home.backups().resolve(taken.backup().file());
        }
    }
}
