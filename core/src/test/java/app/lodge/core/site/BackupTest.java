package app.lodge.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.site.Backups.BackupOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(restore.prove(backup, home.unlockSecret(), home.keyring()).rows()).isPositive();
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
